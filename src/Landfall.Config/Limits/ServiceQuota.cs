using System.Text.Json.Serialization;

namespace Landfall.Config.Limits;

/// <summary>
/// A quota of an account, as AWS's Service Quotas knows it. Sources: AWS General Reference, "Service endpoints and quotas",
/// for the names; the codes are part of a quota's ARN and stay when AWS words a name anew.
/// </summary>
/// <param name="Service">The service's code, for example <c>vpc</c>.</param>
/// <param name="Name">The quota's name.</param>
/// <param name="Code">The quota's code, for example <c>L-407747CB</c>; null where it goes by its name.</param>
/// <param name="Beside">What the quota counts beside what the limit counts.</param>
internal sealed record ServiceQuota(string Service, string Name, string? Code = null, int Beside = 0)
{
    /// <summary>True for a service that is one for the whole partition, whose quotas are known in one region.</summary>
    [JsonIgnore]
    public bool IsGlobal => Service is "cloudfront" or "iam";

    /// <summary>Tells whether an answer of Service Quotas is about this one.</summary>
    /// <param name="code">The code of the answer.</param>
    /// <param name="name">The name of the answer.</param>
    /// <returns>True when it is.</returns>
    public bool Is(string code, string name) => Code is null ? string.Equals(name, Name, StringComparison.OrdinalIgnoreCase) : code == Code;
}
