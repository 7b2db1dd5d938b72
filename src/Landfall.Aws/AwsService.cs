namespace Landfall.Aws;

/// <summary>The names that one AWS service goes by.</summary>
/// <param name="EndpointPrefix">The first label of its host name, for example <c>api.ecr</c>.</param>
/// <param name="SigningName">Its name in signatures, for example <c>ecr</c>.</param>
/// <param name="VariableName">Its id in <c>AWS_ENDPOINT_URL_…</c>, for example <c>ECR</c>.</param>
/// <param name="Version">Query protocol: the API version; JSON protocol: the target prefix.</param>
/// <param name="Global">True for a service that is one for a whole partition.</param>
internal sealed record AwsService(
    string EndpointPrefix, string SigningName, string VariableName, string Version, bool Global = false)
{
    /// <summary>The region that requests are signed for.</summary>
    /// <param name="region">The session's region.</param>
    /// <returns>That region, or the one that answers for the partition.</returns>
    public string SigningRegion(string region) => Global ? AwsEndpoint.GlobalOf(this, region).Region : region;
}
