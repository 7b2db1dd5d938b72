using System.Text.Json;

namespace Landfall.Checks.Running;

/// <summary>An answer, as far as it was read.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Headers">Its headers, those of the content too.</param>
/// <param name="Text">Its body.</param>
/// <param name="IsWhole">False where the body is longer than what was read.</param>
/// <param name="Took">How long it took, its body included.</param>
internal sealed record CheckAnswer(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, string Text, bool IsWhole, TimeSpan Took)
{
    /// <summary>The body as JSON; null where it is none.</summary>
    public JsonElement? Json => JsonText.Read(Text);

    /// <summary>A header's value; null where there is none, several in one with commas.</summary>
    /// <param name="name">The header.</param>
    /// <returns>The value.</returns>
    public string? Header(string name)
    {
        var values = Headers.Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value).ToList();
        return values.Count == 0 ? null : string.Join(", ", values);
    }
}
