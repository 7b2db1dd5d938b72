using Landfall.Config.Binding;

namespace Landfall.Config.Model;

/// <summary>An S3 bucket.</summary>
internal sealed record BucketModel : RenamableModel
{
    [Key("Keep old versions of objects.")]
    public bool Versioned { get; init; } = true;

    [Key("Origins that browsers may use the bucket from, for example https://shop.example.com.",
        Pattern = "\\*|https?://[^/\\s]+", PatternMeaning = "an origin such as https://shop.example.com")]
    public IReadOnlyList<string> Cors { get; init; } = [];

    [Key("Age at which objects are deleted.", Step = "1d", Shortest = "1d", Default = "never")]
    public TimeSpan? Expire { get; init; }

    [Key("The name in AWS of a bucket that was there before and that 'landfall import' takes over. It is kept when it leaves the file. Give it per environment.",
        Pattern = "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]", PatternMeaning = "3 to 63 small letters, digits, dots and hyphens", Default = "application-environment-name-account-region")]
    public string? AwsName { get; init; }
}
