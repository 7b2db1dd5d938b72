namespace Landfall.Cli.Terminal;

/// <summary>How to look at the local AWS from outside.</summary>
internal static class LocalAwsUse
{
    /// <summary>A line for the shell.</summary>
    /// <param name="endpoint">The local AWS's address.</param>
    /// <param name="region">The region.</param>
    /// <param name="command">What the AWS CLI is asked.</param>
    /// <returns>The line: any keys do, but the AWS CLI wants some.</returns>
    public static string Line(string endpoint, string region, string command) =>
        $"AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local aws --endpoint-url {endpoint} --region {region} {command}";
}
