using Landfall.Aws;

namespace Landfall.Operations.Init;

/// <summary>The region of a new file.</summary>
internal static class FirstRegion
{
    /// <summary>Finds it.</summary>
    /// <param name="given">What somebody has said, or null.</param>
    /// <returns>That, the AWS profile's, or us-east-1.</returns>
    public static string Of(string? given) => given ?? AwsProfile.Region(Environment.GetEnvironmentVariable) ?? "us-east-1";
}
