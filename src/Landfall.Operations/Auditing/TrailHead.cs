using System.Text.Json;

namespace Landfall.Operations.Auditing;

/// <summary>How far a trail goes. It is kept apart from the entries, so that who can change those cannot shorten the trail.</summary>
/// <param name="Count">The number of the last entry; 0 before the first.</param>
/// <param name="Hash">The last entry's SHA-256.</param>
internal sealed record TrailHead(long Count, string Hash)
{
    /// <summary>The head of a trail without entries.</summary>
    public static TrailHead Empty { get; } = new(0, AuditEntry.NoEntry);

    /// <summary>Reads a parameter's value.</summary>
    /// <param name="text">The value.</param>
    /// <returns>The head; null when the text is none.</returns>
    public static TrailHead? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, OperationsJson.Default.TrailHead);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes a parameter's value.</summary>
    /// <returns>JSON.</returns>
    public string Write() => JsonSerializer.Serialize(this, OperationsJson.Default.TrailHead);
}
