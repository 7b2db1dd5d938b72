using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Auth;

namespace Landfall.Aws.Signing;

/// <summary>
/// Adds a Signature Version 4 to a request; the parameters of its query have to be in order of name. Source: AWS General Reference, "Create a signed
/// AWS API request".
/// </summary>
internal static class RequestSigner
{
    public static void Sign(
        HttpRequestMessage request,
        byte[] body,
        ImmutableCredentials credentials,
        string region,
        string service,
        DateTimeOffset now)
    {
        var uri = request.RequestUri!;
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["host"] = uri.IsDefaultPort ? uri.Host : $"{uri.Host}:{uri.Port}",
            ["x-amz-date"] = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture),
        };
        if (credentials.UseToken)
            headers["x-amz-security-token"] = credentials.Token;
        foreach (var header in request.Headers.Concat(request.Content?.Headers.NonValidated.Where(h => h.Key == "Content-Type").Select(h => KeyValuePair.Create(h.Key, (IEnumerable<string>)h.Value)) ?? []))
            headers[header.Key.ToLowerInvariant()] = string.Join(',', header.Value).Trim();

        var signedHeaders = string.Join(';', headers.Keys);
        var canonical = new StringBuilder()
            .Append(request.Method).Append('\n')
            .Append(Path(uri)).Append('\n')
            .Append(uri.Query.TrimStart('?')).Append('\n');
        foreach (var (name, value) in headers)
            canonical.Append(name).Append(':').Append(value).Append('\n');
        canonical.Append('\n').Append(signedHeaders).Append('\n').Append(Convert.ToHexStringLower(SHA256.HashData(body)));

        var signature = AWS4Signer.ComputeSignature(
            credentials, region, now.UtcDateTime, service, signedHeaders, canonical.ToString());

        request.Headers.TryAddWithoutValidation("x-amz-date", headers["x-amz-date"]);
        if (credentials.UseToken)
            request.Headers.TryAddWithoutValidation("x-amz-security-token", credentials.Token);
        request.Headers.TryAddWithoutValidation("Authorization", signature.ForAuthorizationHeader);
    }

    /// <summary>
    /// The path as it is signed. What is sent escaped is escaped once more: "each path segment must be URI-encoded twice (except for Amazon
    /// S3, which only gets URI-encoded once)", and S3 has a client of its own.
    /// </summary>
    private static string Path(Uri uri) => string.Join('/', uri.AbsolutePath.Split('/').Select(Uri.EscapeDataString));
}
