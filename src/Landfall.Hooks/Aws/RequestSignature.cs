using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Landfall.Hooks.Runtime;

namespace Landfall.Hooks.Aws;

/// <summary>Signs a request (AWS IAM User Guide, "Create a signed AWS API request", Signature Version 4).</summary>
/// <param name="settings">Region and credentials.</param>
/// <param name="service">The service's name in signatures.</param>
/// <param name="now">The time of the request.</param>
internal sealed class RequestSignature(FunctionSettings settings, string service, DateTimeOffset now)
{
    private const string Algorithm = "AWS4-HMAC-SHA256";
    private readonly string _time = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The headers that a POST gets.</summary>
    /// <param name="address">Where it goes; without a query.</param>
    /// <param name="contentType">What the body is.</param>
    /// <param name="body">The body.</param>
    /// <param name="target">The operation, where it is in a header; or null. Headers that begin with x-amz have to be signed.</param>
    /// <returns>Names and values.</returns>
    public IReadOnlyList<KeyValuePair<string, string>> Headers(Uri address, string contentType, ReadOnlySpan<byte> body, string? target = null)
    {
        var signed = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["content-type"] = contentType,
            ["host"] = address.IsDefaultPort ? address.Host : $"{address.Host}:{address.Port}",
            ["x-amz-date"] = _time,
        };
        if (settings.SessionToken is { } token)
            signed["x-amz-security-token"] = token;
        if (target is not null)
            signed["x-amz-target"] = target;
        var names = string.Join(';', signed.Keys);
        var canonical = $"POST\n{address.AbsolutePath}\n\n{string.Concat(signed.Select(pair => $"{pair.Key}:{pair.Value}\n"))}\n{names}\n{Hex(SHA256.HashData(body))}";
        var scope = $"{_time[..8]}/{settings.Region}/{service}/aws4_request";
        var text = $"{Algorithm}\n{_time}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var signature = Hex(Keyed(Keyed(Keyed(Keyed(Keyed(Encoding.UTF8.GetBytes("AWS4" + settings.SecretKey), _time[..8]), settings.Region), service), "aws4_request"), text));
        return
        [
            .. signed.Where(pair => pair.Key.StartsWith("x-amz", StringComparison.Ordinal)),
            new("Authorization", $"{Algorithm} Credential={settings.AccessKey}/{scope}, SignedHeaders={names}, Signature={signature}"),
        ];
    }

    private static byte[] Keyed(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
