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
}
