using System.Text;

namespace Landfall.Evaluation.Loghub;

/// <summary>Reads comma-separated values with quoted fields, quotes doubled inside them, line breaks allowed.</summary>
internal static class CsvReader
{
    public static IEnumerable<IReadOnlyList<string>> Read(TextReader reader)
    {
        var row = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        var any = false;
        int next;
        while ((next = reader.Read()) >= 0)
        {
            var c = (char)next;
            any = true;
            if (quoted)
            {
                if (c != '"')
                    field.Append(c);
                else if (reader.Peek() == '"')
                    field.Append((char)reader.Read());
                else
                    quoted = false;
            }
            else if (c == '"' && field.Length == 0)
            {
                quoted = true;
            }
            else if (c is ',' or '\n')
            {
                row.Add(field.ToString());
                field.Clear();
                if (c == ',')
                    continue;
                yield return row;
                row = [];
                any = false;
            }
            else if (c != '\r' || reader.Peek() != '\n')
            {
                field.Append(c);
            }
        }

        if (!any)
            yield break;
        row.Add(field.ToString());
        yield return row;
    }
}
