using System.Text.Json.Serialization;

namespace Landfall.Operations.Auditing;

/// <summary>How a change ended.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChangeOutcome>))]
internal enum ChangeOutcome
{
    /// <summary>It was made.</summary>
    [JsonStringEnumMemberName("done")]
    Done,

    /// <summary>It failed, and may be half made.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>It failed, and all is as before.</summary>
    [JsonStringEnumMemberName("rolledBack")]
    RolledBack,

    /// <summary>A person stopped it, and may have done so half-way.</summary>
    [JsonStringEnumMemberName("interrupted")]
    Interrupted,
}
