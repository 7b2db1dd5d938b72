using System.Globalization;
using Landfall.Operations.Editing;

namespace Landfall.Operations.Security.Dockerfiles.Rules;

/// <summary>The final stage ends as root.</summary>
internal sealed class RootUser() : DockerRule(new(
    "docker-root-user", "The image runs as root", Severity.High, "CIS Docker 4.1",
    "Who breaks into a program that runs as root owns its container, and is nearer to the host.",
    "Make a user, give it what it has to write to, and end the last stage with 'USER <uid>'."))
{
    // Above 10000, where hosts have no users of their own.
    private const string Unprivileged = "10001:10001";

    // Servers that begin as root and go on as a user of their own: with another user from the start they do not start.
    private static readonly HashSet<string> NeedsRoot = new(StringComparer.Ordinal)
    {
        "nginx", "httpd", "haproxy", "traefik", "caddy", "postgres", "mysql", "mariadb", "redis", "valkey", "mongo", "rabbitmq", "memcached", "elasticsearch", "kibana", "grafana", "vault", "consul", "registry", "docker",
    };

    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Dockerfile file)
    {
        if (file.Stages is not [.., var last])
            yield break;
        for (var stage = last; stage is not null; stage = stage.Base)
        {
            if (stage.Instructions.LastOrDefault(i => i.Name == "USER") is { } user)
            {
                var name = Expansion.Of(user.Arguments, stage.Variables(user))?.Trim().Trim('"').Split(':')[0].Trim();
                if (name is "root" or "" || (int.TryParse(name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number == 0))
                    yield return At(stage, user, $"'USER {user.Arguments}' is the last: {Facts.Reason}").FixedBy(Fix(last));
                yield break;
            }

            // Distroless, Chainguard and nginx-unprivileged images say in their name that they begin as another user.
            if (stage.Base is null && (Expansion.Of(stage.Image, stage.Arguments) is not { } image || image.Contains("nonroot", StringComparison.Ordinal) || image.Contains("unprivileged", StringComparison.Ordinal)))
                yield break;
        }

        yield return At(last, last.From, $"No USER is set: {Facts.Reason}").FixedBy(Fix(last));
    }

    /// <summary>Sets a user behind the last step that may need to be root's. What the program writes to has to be its own.</summary>
    private static IReadOnlyList<Edit> Fix(Stage last)
    {
        var first = last;
        while (first.Base is not null)
            first = first.Base;
        if (Expansion.Of(first.Image, first.Arguments)?.Split('@')[0] is not { } image || NeedsRoot.Contains(image.Split('/')[^1].Split(':')[0]))
            return [];
        var user = image.Split(':')[0] is "node" or "docker.io/library/node" or "public.ecr.aws/docker/library/node" ? "node" : Unprivileged;
        var step = last.Instructions.LastOrDefault(i => i.Name is not ("CMD" or "ENTRYPOINT" or "HEALTHCHECK" or "STOPSIGNAL" or "EXPOSE" or "LABEL")) ?? last.From;
        return [new ReplaceLines(step.End + 1, 0, $"USER {user}")];
    }
}
