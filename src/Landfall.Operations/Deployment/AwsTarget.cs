using Landfall.Aws;

namespace Landfall.Operations.Deployment;

/// <summary>Which AWS a command works on, and the connection to it.</summary>
/// <param name="Session">The connection to the account and region.</param>
/// <param name="Account">The account.</param>
/// <param name="LocalEndpoint">The local AWS's endpoint, or null for AWS itself.</param>
internal sealed record AwsTarget(AwsSession Session, string Account, string? LocalEndpoint) : IDisposable
{
    /// <summary>The connections to the regions of the environment's stacks.</summary>
    public StackRegions Regions { get; init; } = new(Session);

    /// <summary>The region.</summary>
    public string Region => Session.Region;

    /// <summary>The profile whose credentials are used, or null for those of the process.</summary>
    public string? Profile { get; init; }

    /// <summary>True for the local AWS.</summary>
    public bool IsLocal => LocalEndpoint is not null;

    /// <summary>The environment variables that make the CDK CLI go there.</summary>
    public IReadOnlyDictionary<string, string?> Environment
    {
        get
        {
            var variables = new Dictionary<string, string?>
            {
                ["AWS_REGION"] = Region,
                ["AWS_DEFAULT_REGION"] = Region,
                ["CI"] = "true", // Without it the CDK CLI writes to standard error what is no error.
                ["CDK_DISABLE_CLI_TELEMETRY"] = "true",
                ["NO_COLOR"] = "1",
            };
            if (Profile is not null)
            {
                // As --profile: keys of the environment would go before it.
                variables["AWS_PROFILE"] = Profile;
                variables["AWS_ACCESS_KEY_ID"] = null;
                variables["AWS_SECRET_ACCESS_KEY"] = null;
                variables["AWS_SESSION_TOKEN"] = null;
            }

            if (LocalEndpoint is not null)
            {
                variables["AWS_ENDPOINT_URL"] = LocalEndpoint;
                variables["AWS_ACCESS_KEY_ID"] = "local";
                variables["AWS_SECRET_ACCESS_KEY"] = "local";
                variables["AWS_SESSION_TOKEN"] = null;
                variables["AWS_PROFILE"] = null;
                variables["AWS_EC2_METADATA_DISABLED"] = "true";
            }

            return variables;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Regions.Dispose();
        Session.Dispose();
    }
}
