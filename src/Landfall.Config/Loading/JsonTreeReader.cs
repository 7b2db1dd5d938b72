using System.Text;
using System.Text.Json;
using Landfall.Config.Tree;

namespace Landfall.Config.Loading;

/// <summary>Reads JSON into a tree, within <see cref="InputLimits"/>.</summary>
internal sealed class JsonTreeReader(Interpolation interpolation, ProblemList problems)
{
    private readonly TreeBudget _budget = new();
    private byte[] _bytes = [];
    private int _line = 1;
    private int _lineStart;
    private int _position;

    /// <summary>Reads one document.</summary>
    /// <returns>Its tree, or null when the text holds none.</returns>
    /// <exception cref="LandfallException">The text is not one JSON value, or too complex.</exception>
    public ConfigNode? Read(byte[] text)
    {
        _bytes = text;
        if (text.All(b => b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
        {
            return null;
        }

        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = InputLimits.Depth + 2 });
        try
        {
            reader.Read();
            var root = ReadNode(ref reader, 0);
            reader.Read();
            return root;
        }
        catch (JsonException exception)
        {
            var message = exception.Message;
            var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
            throw UnusableInput.At(
                Place(text, (int)(exception.LineNumber ?? 0), (int)(exception.BytePositionInLine ?? 0)),
                ErrorCodes.Syntax,
                $"This is not valid JSON: {(end < 0 ? message : message[..end])}");
        }
    }

    private static Mark Place(ReadOnlySpan<byte> text, int _line, int bytesInLine)
    {
        for (var i = 0; i < _line; i++)
        {
            text = text[(text.IndexOf((byte)'\n') + 1)..];
        }

        return new Mark(_line + 1, Encoding.UTF8.GetCharCount(text[..Math.Min(bytesInLine, text.Length)]) + 1);
    }

    private ConfigNode ReadNode(ref Utf8JsonReader reader, int depth)
    {
        var mark = At((int)reader.TokenStartIndex);
        TreeBudget.CheckDepth(mark, depth);
        _budget.Spend(mark, 1);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadObject(ref reader, mark, depth),
            JsonTokenType.StartArray => ReadArray(ref reader, mark, depth),
            JsonTokenType.String => interpolation.Apply(mark, Text(ref reader, mark), ScalarStyle.Quoted),
            _ => new ScalarNode(mark, Encoding.UTF8.GetString(reader.ValueSpan), ScalarStyle.Plain),
        };
    }

    private MapNode ReadObject(ref Utf8JsonReader reader, Mark mark, int depth)
    {
        var entries = new List<MapEntry>();
        var places = new Dictionary<string, Mark>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var keyMark = At((int)reader.TokenStartIndex);
            var key = Text(ref reader, keyMark);
            reader.Read();
            var value = ReadNode(ref reader, depth + 1);
            if (places.TryAdd(key, keyMark))
            {
                TreeBudget.CheckKeys(keyMark, places.Count);
                entries.Add(new MapEntry(key, keyMark, value));
            }
            else
            {
                problems.Add(keyMark, ErrorCodes.DuplicateKey, $"The key '{key}' is already on line {places[key].Line}. Keep one.");
            }
        }

        return new MapNode(mark, entries);
    }

    private ListNode ReadArray(ref Utf8JsonReader reader, Mark mark, int depth)
    {
        var items = new List<ConfigNode>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(ReadNode(ref reader, depth + 1));
        }

        return new ListNode(mark, items);
    }

    private static string Text(ref Utf8JsonReader reader, Mark mark)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw UnusableInput.At(mark, ErrorCodes.Syntax, "This text has half of a surrogate pair in it.");
        }
    }

    private Mark At(int index)
    {
        for (; _position < index; _position++)
        {
            if (_bytes[_position] == '\n')
            {
                _line++;
                _lineStart = _position + 1;
            }
        }

        return new Mark(_line, Encoding.UTF8.GetCharCount(_bytes, _lineStart, index - _lineStart) + 1);
    }
}
