using System.Text.Json;

namespace Landfall.Checks;

/// <summary>Text that may be JSON.</summary>
internal static class JsonText
{
    /// <summary>Reads a value.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The value; null where the text is no JSON.</returns>
    public static JsonElement? Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
