using System.Text.Json;
using System.Text.Json.Serialization;
using Landfall.Config;

namespace Landfall.Operator.Store;

/// <summary>How what is known is written into the file.</summary>
internal static class StoreJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Writes a value.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Reads a value.</summary>
    /// <exception cref="LandfallException">It is not what was written.</exception>
    public static T Read<T>(string text, string path)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, Options)!;
        }
        catch (JsonException e)
        {
            throw new LandfallException(ErrorCodes.OperatorStore, $"'{path}', where the operator keeps what it knows, is damaged: {e.Message.TrimEnd('.')}. Move it away: the operator then begins anew, without earlier incidents.");
        }
    }
}
