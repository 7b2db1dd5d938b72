using System.Globalization;
using System.Text.Json.Serialization;

namespace Landfall.Config.Limits;

/// <summary>A limit that AWS documents for a resource type.</summary>
internal sealed record Limit
{
    /// <summary>CloudFormation's name of the resource type.</summary>
    public required string Type { get; init; }

    /// <summary>The limit's name among those of its type.</summary>
    public required string Id { get; init; }

    /// <summary>What is limited, in words: "characters of an alarm's name".</summary>
    public required string What { get; init; }

    /// <summary>The property, a path of names with <c>*</c> for each item; null for the whole resource.</summary>
    public string? Path { get; init; }

    /// <summary>What is counted there.</summary>
    public required LimitMeasure Measure { get; init; }

    /// <summary>The property by whose value resources are counted together.</summary>
    public string? By { get; init; }

    /// <summary>The smallest that AWS takes.</summary>
    public double? Least { get; init; }

    /// <summary>The largest that AWS takes.</summary>
    public double? Most { get; init; }

    /// <summary>The regular expression that a text has to match.</summary>
    public string? Pattern { get; init; }

    /// <summary>The quota of an account that it is; null where AWS raises it for nobody.</summary>
    public ServiceQuota? Quota { get; init; }

    /// <summary>True for an account's own value, which was looked up; false for what AWS gives every account.</summary>
    [JsonIgnore]
    public bool IsOfAccount { get; init; }

    /// <summary>True where the account may have more than is known: AWS raises it on request.</summary>
    public bool Adjustable => Quota is not null && !IsOfAccount;

    /// <summary>What it goes by among the facts of an account: <c>AWS::EC2::Subnet/number</c>.</summary>
    public string Key => $"{Type}/{Id}";

    /// <summary>AWS's page.</summary>
    public required string Source { get; init; }

    /// <summary>The way out, an imperative without a full stop.</summary>
    public required string Remedy { get; init; }

    /// <summary>The limit as a whole number.</summary>
    public int Whole => (int)Most!.Value;

    /// <summary>What is allowed, in words.</summary>
    public string Allowed => (Least, Most, Pattern) switch
    {
        (_, { } most, { } pattern) => $"at most {Shown(most)}, {pattern}",
        (_, _, { } pattern) => pattern,
        ({ } least, { } most, _) => $"{Shown(least)} to {Shown(most)}",
        (_, { } most, _) => $"at most {Shown(most)}",
        ({ } least, _, _) => $"at least {Shown(least)}",
        _ => "",
    };

    /// <summary>Says that something is outside of the limit.</summary>
    /// <param name="subject">What it is about, the beginning of a sentence: "The queue 'emails'".</param>
    /// <param name="actual">The value or number that it has.</param>
    public string Breach(string subject, string actual) =>
        $"{subject} has {actual} as {What}, but AWS takes {Allowed}{Condition} ({Source}). {Remedy}.";

    /// <summary>Says that something is more than the limit.</summary>
    public string Breach(string subject, double actual) => Breach(subject, Shown(actual));

    private string Condition =>
        IsOfAccount ? $" in this account, by its quota '{Quota!.Name}' in {KnownFacts.FileName}"
        : Adjustable ? " unless it has raised your quota"
        : "";

    private static string Shown(double number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);
}
