using Landfall.Config.Pipelines;
using Landfall.Constructs.Grants;

namespace Landfall.Constructs.Pipelines;

/// <summary>The token for pull requests, and what the projects that read it have in common.</summary>
/// <param name="Connection">The connection, which says whose API it is for.</param>
/// <param name="Secret">The secret's name in Secrets Manager.</param>
/// <param name="SecretArn">Its ARN: Secrets Manager puts a hyphen and six characters behind the name.</param>
/// <param name="Place">Says which pull request it is, in the options of <c>pipeline report</c> and <c>pipeline review</c>; COMMIT has its commit.</param>
internal sealed record PullToken(string Connection, string Secret, string SecretArn, string Place)
{
    /// <summary>What the projects may do with it.</summary>
    public IReadOnlyList<Statement> Allowed =>
    [
        new(["secretsmanager:GetSecretValue"], [SecretArn]),
        new(["codeconnections:GetConnection", "codestar-connections:GetConnection"], [Connection]),

        // Where a server of somebody's own is.
        new(["codeconnections:GetHost", "codestar-connections:GetHost"], [$"{Connection[..Connection.IndexOf(":connection/", StringComparison.Ordinal)]}:host/*"]),
    ];

    /// <summary>The variable that the token is in.</summary>
    public (string Name, string Secret) Variable => ("LANDFALL_PULL_TOKEN", Secret);

    /// <summary>Finds out whose API it is (AWS CodeConnections API Reference, Connection, ProviderType).</summary>
    public IReadOnlyList<string> Service =>
    [
        $"aws_connection() {{ aws codeconnections get-connection --connection-arn {Connection} --query \"Connection.$1\" --output text; }}",
        "PROVIDER=$(aws_connection ProviderType)",
        "case \"$PROVIDER\" in GitHub*) SERVICE=github; API=/api/v3 ;; GitLab*) SERVICE=gitlab; API=/api/v4 ;; Bitbucket) SERVICE=bitbucket ;; *) echo \"Nothing can be shown on pull requests at $PROVIDER.\"; exit 1 ;; esac",
        "ADDRESS=",
        "case \"$PROVIDER\" in GitHubEnterpriseServer|GitLabSelfManaged) HOST=$(aws_connection HostArn); ADDRESS=$(aws codeconnections get-host --host-arn \"$HOST\" --query ProviderEndpoint --output text)$API ;; esac",
    ];

    /// <summary>Finds it.</summary>
    /// <param name="stack">The pipeline's stack.</param>
    /// <returns>The token; null where the file gives none.</returns>
    public static PullToken? Of(PipelineStack stack)
    {
        if (stack.Pipeline.Source is not { PullRequest: true, Connection: { } connection, Token: { } token } source)
        {
            return null;
        }

        var first = stack.Pipeline.Stages[0];
        var place = new RolePlace(stack.Plan.App, first, first.Account ?? stack.Names.Account);
        var secret = place.Names.Secret(token);
        return new PullToken(
            connection,
            secret,
            place.Arn("secretsmanager", $"secret:{secret}-??????"),
            $"--service \"$SERVICE\" ${{ADDRESS:+--api \"$ADDRESS\"}} --repository {source.Repository} --branch {source.Branch} --commit \"$COMMIT\"");
    }
}
