using System.Text.RegularExpressions;

namespace Landfall.Operations.Security;

/// <summary>Names of variables and keys whose values are secrets.</summary>
internal static partial class SecretName
{
    private static readonly HashSet<string> Secret = new(StringComparer.Ordinal)
    {
        "password", "passwd", "pwd", "pword", "passphrase", "secret", "secrets", "token", "apikey", "credential", "credentials", "privatekey", "accesskey", "secretkey", "authtoken",
        "secretstring", "userpassword", "accesstoken", "clientsecret", "dbpassword", "authkey", "encryptionkey", "signingkey", "pass",
    };

    private static readonly string[] Pairs = ["api key", "access key", "private key", "secret key", "encryption key", "signing key", "auth key", "master key", "account key", "license key"];

    // What these end with says about the secret, and is not it.
    private static readonly HashSet<string> About = new(StringComparer.Ordinal)
    {
        "file", "path", "dir", "url", "uri", "endpoint", "name", "arn", "id", "ttl", "expiry", "expires", "expiration", "length", "size", "min", "max", "policy", "type", "field", "header",
        "prefix", "version", "algorithm", "enabled", "required", "count", "days", "hours", "minutes", "seconds", "timeout", "mode", "format", "ref", "provider", "rotation", "issuer", "audience", "hash",
        "public", "refresh", "lifetime", "duration", "validity", "reset", "change", "store", "manager", "limit", "limits", "region", "scope", "user", "username", "host", "port",
    };

    // Tokens that keep a place, or a call from being made twice, are no secrets.
    private static readonly HashSet<string> Marks = new(StringComparer.Ordinal)
    {
        "next", "page", "pagination", "continuation", "starting", "request", "client", "lock", "idempotency", "last", "marker", "sequence", "creator", "forward", "backward", "change", "update",
    };

    /// <summary>Tells whether a name is one of a secret's.</summary>
    /// <param name="name">The name, in any case and with any separators.</param>
    /// <returns>True when it is.</returns>
    public static bool IsOne(string name)
    {
        var words = Words().Matches(name).Select(word => word.Value.ToLowerInvariant()).ToList();
        if (name.EndsWith("AWS_ACCESS_KEY_ID", StringComparison.OrdinalIgnoreCase))
            return true;
        if (words.Count == 0 || About.Contains(words[^1]) || words.Contains("public"))
            return false;
        if (words is [.., var before, "token"] && Marks.Contains(before))
            return false;
        return words.Any(Secret.Contains) || words.Zip(words.Skip(1), (a, b) => $"{a} {b}").Any(pair => Pairs.Contains(pair));
    }

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")]
    private static partial Regex Words();
}
