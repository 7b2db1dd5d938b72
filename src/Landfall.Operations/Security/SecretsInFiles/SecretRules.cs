using System.Text.RegularExpressions;

namespace Landfall.Operations.Security.SecretsInFiles;

/// <summary>The rules for secrets in any text.</summary>
internal static partial class SecretRules
{
    private const string Reason = "Everybody who can read the repository, now or in its history, has it.";
    private const string Fix = "Make the key invalid where it was issued, then keep its successor in a secret store. Removing the line does not remove it from the history.";

    /// <summary>The rules.</summary>
    public static IReadOnlyList<SecretRule> All { get; } =
    [
        new PatternRule(Facts("secret-aws-key", "A key of AWS's stands in a file", Severity.Critical), AwsKey(), "AKIA", "ASIA") { IsMarked = true },
        new PatternRule(Facts("secret-aws-secret-key", "A secret key of AWS's stands in a file", Severity.Critical), AwsSecretKey(), "secret"),
        new PatternRule(Facts("secret-github-token", "A token of GitHub's stands in a file", Severity.Critical), GitHub(), "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_") { IsMarked = true },
        new PatternRule(Facts("secret-gitlab-token", "A token of GitLab's stands in a file", Severity.Critical), GitLab(), "glpat-", "gldt-", "glrt-", "glptt-") { IsMarked = true },
        new PatternRule(Facts("secret-slack-token", "A token or webhook of Slack's stands in a file", Severity.High), Slack(), "xox", "hooks.slack.com") { IsMarked = true },
        new PatternRule(Facts("secret-google-key", "A key of Google's stands in a file", Severity.High), Google(), "AIza") { IsMarked = true },
        new PatternRule(Facts("secret-service-token", "A token of a service stands in a file", Severity.High), Service(), "sk_live_", "rk_live_", "npm_", "SG.", "pypi-", "sk-ant-", "sk-proj-", "dckr_pat_", "hvs.", "shpat_", "glsa_", "dop_v1_", "hf_", "lin_api_", "NRAK-", "ATATT3", "sq0atp-", "sq0csp-", "amzn.mws.") { IsMarked = true },
        new PatternRule(Facts("secret-jwt", "A signed token stands in a file", Severity.Medium), Jwt(), "eyJ") { IsMarked = true },
        new PatternRule(Facts("secret-in-address", "An address has a password in it", Severity.High), Address(), "://"),
        new PatternRule(Facts("secret-in-connection-string", "A connection string has a password in it", Severity.High), Connection(), "password=", "pwd=", "AccountKey="),
        new PrivateKey(),
        new AssignedSecret(),
    ];

    /// <summary>
    /// Whether the value of a setting may be a secret, whatever the setting is called: for what is copied from an account or a private
    /// file into one that many read. Rather one too many is left out than one too few.
    /// </summary>
    /// <param name="value">The value.</param>
    /// <returns>True where it had better be read by nobody.</returns>
    public static bool MayHold(string value) =>
        All.OfType<PatternRule>().Any(rule => rule.MayBe(value)) || Key().IsMatch(value) || (Random().IsMatch(value) && SecretValue.Entropy(value) >= RandomBits);

    // Of 32 characters or more: random letters and digits have 4.4 bits each and more, names of things of this length 4.1 and less.
    private const double RandomBits = 4.25;

    /// <summary>What people are told about a secret in a file.</summary>
    internal static RuleFacts Facts(string id, string title, Severity severity) => new(id, title, severity, "CWE-798", Reason, Fix);

    [GeneratedRegex("-----BEGIN [A-Z ]*PRIVATE KEY")]
    private static partial Regex Key();

    // Letters of both cases and digits, and nothing else: 32 of them are a key of 128 bits or more.
    [GeneratedRegex("^(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9])[A-Za-z0-9+/=_-]{32,}$")]
    private static partial Regex Random();

    [GeneratedRegex(@"(?<![A-Za-z0-9])(AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])")]
    private static partial Regex AwsKey();

    [GeneratedRegex(@"aws_?secret_?(access_?)?key[""']?\s*[:=]\s*[""']?(?<secret>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])", RegexOptions.IgnoreCase)]
    private static partial Regex AwsSecretKey();

    [GeneratedRegex(@"(?<![A-Za-z0-9])(gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{60,})")]
    private static partial Regex GitHub();

    [GeneratedRegex(@"(?<![A-Za-z0-9])(glpat|gldt|glrt|glptt)-[A-Za-z0-9_-]{20,}")]
    private static partial Regex GitLab();

    [GeneratedRegex(@"xox[abeprs]-[0-9A-Za-z-]{20,}|hooks\.slack\.com/services/T[A-Z0-9]{7,}/B[A-Z0-9]{7,}/[A-Za-z0-9]{20,}")]
    private static partial Regex Slack();

    [GeneratedRegex(@"(?<![A-Za-z0-9_-])AIza[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])")]
    private static partial Regex Google();

    [GeneratedRegex(@"(?<![A-Za-z0-9_])([sr]k_live_[A-Za-z0-9]{20,}|npm_[A-Za-z0-9]{36}|SG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}|pypi-AgEI[A-Za-z0-9_-]{50,}|sk-(ant|proj)-[A-Za-z0-9_-]{32,}|dckr_pat_[A-Za-z0-9_-]{27}|hvs\.[A-Za-z0-9_-]{24,}|shpat_[a-fA-F0-9]{32}|glsa_[A-Za-z0-9]{32}_[a-f0-9]{8}|dop_v1_[a-f0-9]{64}|hf_[A-Za-z]{34}|lin_api_[A-Za-z0-9]{40}|NRAK-[A-Z0-9]{27}|sq0(atp|csp)-[A-Za-z0-9_-]{22,}|amzn\.mws\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|ATATT3[A-Za-z0-9_=-]{60,})")]
    private static partial Regex Service();

    [GeneratedRegex(@"(?<![A-Za-z0-9])eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{20,}")]
    private static partial Regex Jwt();

    // An address of this machine is a developer's, and "user:user" or "postgres:postgres" the default of an image.
    [GeneratedRegex(@"[a-z][a-z0-9+.-]{2,}://(?<user>[^\s:/@""'$<{]*):(?!\k<user>@)(?!(password|postgres|root|guest|admin|pass|pwd|secret)@)(?<secret>[^\s:/@""'$<{]{6,})@(?!localhost|127\.|0\.0\.0\.0|\[::1)[\w.-]+", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"((Server|Host|Data Source|Addr(ess)?)=(?!localhost|127\.|\(local|\.;)[^;""']+;[^""']*?(Password|Pwd)=(?<secret>[^;""'\s]{6,})|AccountKey=(?<secret>[A-Za-z0-9+/=]{40,}))", RegexOptions.IgnoreCase)]
    private static partial Regex Connection();
}
