namespace Landfall.Aws;

/// <summary>The names that one AWS service goes by.</summary>
/// <param name="EndpointPrefix">The first label of its host name, for example <c>api.ecr</c>.</param>
/// <param name="SigningName">Its name in signatures, for example <c>ecr</c>.</param>
/// <param name="VariableName">Its id in <c>AWS_ENDPOINT_URL_…</c>, for example <c>ECR</c>.</param>
/// <param name="Version">Query protocol: the API version; JSON protocol: the target prefix.</param>
/// <param name="GlobalRegion">The region that signs for a service that is one for the whole world, or null.</param>
internal sealed record AwsService(
    string EndpointPrefix, string SigningName, string VariableName, string Version, string? GlobalRegion = null);
