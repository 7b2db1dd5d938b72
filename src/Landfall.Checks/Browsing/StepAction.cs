using System.Text.Json.Serialization;

namespace Landfall.Checks.Browsing;

/// <summary>What a step does, or looks at.</summary>
internal enum StepAction
{
    /// <summary>Opens a page of the service.</summary>
    [JsonStringEnumMemberName("open")]
    Open,

    /// <summary>Clicks something.</summary>
    [JsonStringEnumMemberName("click")]
    Click,

    /// <summary>Writes into a field, or chooses an option.</summary>
    [JsonStringEnumMemberName("type")]
    Type,

    /// <summary>Presses a key.</summary>
    [JsonStringEnumMemberName("press")]
    Press,

    /// <summary>Expects a text to be shown, or not to be.</summary>
    [JsonStringEnumMemberName("text")]
    Text,

    /// <summary>Expects an element to be shown, or not to be.</summary>
    [JsonStringEnumMemberName("element")]
    Element,

    /// <summary>Compares the page's title.</summary>
    [JsonStringEnumMemberName("title")]
    Title,

    /// <summary>Compares what follows the service's address in the page's.</summary>
    [JsonStringEnumMemberName("url")]
    Url,
}
