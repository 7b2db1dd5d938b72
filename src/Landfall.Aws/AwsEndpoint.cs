using Amazon;

namespace Landfall.Aws;

/// <summary>Where a service answers, resolved as the AWS SDKs do.</summary>
internal static class AwsEndpoint
{
    /// <summary>
    /// Resolves a service's endpoint: <c>AWS_ENDPOINT_URL_&lt;SERVICE&gt;</c>, then <c>AWS_ENDPOINT_URL</c>, then the
    /// region's own. Source: AWS SDKs and Tools Reference Guide, "Service-specific endpoints".
    /// </summary>
    /// <param name="service">The service.</param>
    /// <param name="region">The region.</param>
    /// <param name="environmentVariable">Reads an environment variable.</param>
    /// <returns>The endpoint, without a path.</returns>
    /// <exception cref="UriFormatException">A variable holds something that is no URL.</exception>
    public static Uri Resolve(AwsService service, string region, Func<string, string?> environmentVariable)
    {
        if (Configured(service.VariableName, environmentVariable) is { } configured)
            return configured;
        return new Uri(service.Global
            ? $"https://{service.EndpointPrefix}.{GlobalOf(service, region).Suffix}/"
            : $"https://{service.EndpointPrefix}.{region}.{RegionEndpoint.GetBySystemName(region).PartitionDnsSuffix}/");
    }

    /// <summary>
    /// Where the services answer that are one for a partition, and the region that signs for them. Source: AWS General
    /// Reference, "Amazon Route 53 endpoints and quotas", and the SDKs' endpoints.json.
    /// </summary>
    /// <param name="service">The service.</param>
    /// <param name="region">A region of the partition.</param>
    /// <returns>What their host names end with, and the region.</returns>
    public static (string Suffix, string Region) GlobalOf(AwsService service, string region) => RegionEndpoint.GetBySystemName(region).PartitionName switch
    {
        "aws-cn" when service.EndpointPrefix == "iam" => ("cn-north-1.amazonaws.com.cn", "cn-north-1"),
        "aws-cn" when service.EndpointPrefix == "cloudfront" => ("cn-northwest-1.amazonaws.com.cn", "cn-northwest-1"),
        "aws-cn" => ("amazonaws.com.cn", "cn-northwest-1"),
        "aws-us-gov" => ("us-gov.amazonaws.com", "us-gov-west-1"),
        _ => ("amazonaws.com", "us-east-1"),
    };

    /// <summary>Finds an endpoint that the environment sets in place of the region's.</summary>
    /// <param name="serviceId">The service id in the variable's spelling, for example <c>S3</c>.</param>
    /// <param name="environmentVariable">Reads an environment variable.</param>
    /// <returns>The endpoint, or null when none is set.</returns>
    public static Uri? Configured(string serviceId, Func<string, string?> environmentVariable)
    {
        if (environmentVariable("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS") is "true")
            return null;
        var configured = environmentVariable($"AWS_ENDPOINT_URL_{serviceId}") ?? environmentVariable("AWS_ENDPOINT_URL");
        return string.IsNullOrEmpty(configured) ? null : new Uri(configured, UriKind.Absolute);
    }
}
