using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;

namespace Landfall.Aws;

/// <summary>A named profile of the AWS CLI and the SDKs: of <c>~/.aws/config</c> and <c>~/.aws/credentials</c>.</summary>
public static class AwsProfile
{
    /// <summary>Finds a profile's credentials; those of an SSO sign-in or a role are fetched at the first request.</summary>
    /// <param name="name">The profile's name.</param>
    /// <returns>The credentials; null where there is no such profile, or it says nothing of credentials.</returns>
    public static AWSCredentials? Find(string name) =>
        new CredentialProfileStoreChain().TryGetAWSCredentials(name, out var credentials) ? credentials : null;

    /// <summary>
    /// The region that the AWS CLI would use: <c>AWS_REGION</c>, <c>AWS_DEFAULT_REGION</c>, then that of the profile
    /// (AWS SDKs and Tools Reference Guide, "AWS Region").
    /// </summary>
    /// <param name="environmentVariable">Reads an environment variable.</param>
    /// <returns>The region; null where none is set.</returns>
    public static string? Region(Func<string, string?> environmentVariable)
    {
        foreach (var variable in new[] { "AWS_REGION", "AWS_DEFAULT_REGION" })
        {
            if (environmentVariable(variable) is { Length: > 0 } region)
                return region;
        }

        return new CredentialProfileStoreChain().TryGetProfile(environmentVariable("AWS_PROFILE") is { Length: > 0 } name ? name : "default", out var profile)
            ? profile.Region?.SystemName
            : null;
    }
}
