using System.Text.Json.Serialization;

namespace Landfall.Checks.Browsing;

/// <summary>How steps are written for the program that runs them, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(BrowserSteps))]
internal sealed partial class BrowserJson : JsonSerializerContext;
