using System.IO.Compression;
using System.Text;

namespace Landfall.Evaluation.RootCause;

/// <summary>Rows of a comma-separated file with quotes (RFC 4180), gzip-compressed or not.</summary>
internal static class CsvTable
{
    /// <summary>Reads the file, or the same name with <c>.gz</c> where only that is there.</summary>
    public static List<string[]> Read(string path)
    {
        var packed = path.EndsWith(".gz", StringComparison.Ordinal) ? path : path + ".gz";
        using Stream stream = File.Exists(path) && !path.EndsWith(".gz", StringComparison.Ordinal)
            ? File.OpenRead(path)
            : new GZipStream(File.OpenRead(packed), CompressionMode.Decompress);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Parse(reader);
    }

    /// <summary>Splits text into rows of fields.</summary>
    public static List<string[]> Parse(TextReader reader)
    {
        var rows = new List<string[]>();
        var row = new List<string>();
        var field = new StringBuilder();
        bool quoted = false, any = false;
        for (var c = reader.Read(); c >= 0; c = reader.Read())
        {
            any = true;
            if (quoted)
            {
                if (c != '"')
                    field.Append((char)c);
                else if (reader.Peek() == '"')
                    field.Append((char)reader.Read());
                else
                    quoted = false;
            }
            else if (c == '"')
            {
                quoted = true;
            }
            else if (c is ',' or '\n')
            {
                row.Add(field.ToString());
                field.Clear();
                if (c == '\n')
                {
                    rows.Add([.. row]);
                    row.Clear();
                    any = false;
                }
            }
            else if (c != '\r')
            {
                field.Append((char)c);
            }
        }

        if (any || row.Count > 0)
            rows.Add([.. row, field.ToString()]);
        return rows;
    }
}
