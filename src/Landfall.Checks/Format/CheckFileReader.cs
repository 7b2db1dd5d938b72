using System.Text;

namespace Landfall.Checks.Format;

/// <summary>
/// Reads check files: the format of REST clients in editors (requests between lines of <c>###</c>), with what an answer has to
/// be in comments, so that a file can be sent by hand there and stays what it is.
/// </summary>
internal static class CheckFileReader
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file.</summary>
    /// <param name="bytes">What is in it.</param>
    /// <returns>The file, or everything that is wrong with it.</returns>
    public static CheckFileReading Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > CheckLimits.FileBytes)
            return Wrong(new CheckFault(1, 1, $"The file has {bytes.Length} bytes; {CheckLimits.FileBytes} are the most. Split it."));
        try
        {
            return Read(Strict.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            return Wrong(new CheckFault(1, 1, "The file is not UTF-8 text. Save it as UTF-8."));
        }
    }

    /// <summary>Reads the text of a file.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The file, or everything that is wrong with it.</returns>
    public static CheckFileReading Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        var faults = new List<CheckFault>();
        var variables = FileVariables.Read(lines, faults);
        var requests = new List<CheckRequest>();
        foreach (var (first, length) in Sections(lines))
        {
            if (new RequestReader(lines, first, length, variables, requests, faults).Read() is { } request)
                requests.Add(request);
        }

        if (requests.Count == 0 && faults.Count == 0)
            faults.Add(new CheckFault(1, 1, "There is no request in the file. Write one, for example 'GET /health'."));
        if (requests.Count > CheckLimits.Requests)
            faults.Add(new CheckFault(requests[CheckLimits.Requests].Line, 1, $"There are {requests.Count} requests; {CheckLimits.Requests} are the most. Split the file."));
        return faults.Count > 0
            ? new CheckFileReading(null, [.. faults.OrderBy(fault => fault.Line).ThenBy(fault => fault.Column)])
            : new CheckFileReading(new CheckFile(requests, variables.Base), []);
    }

    /// <summary>What stands between lines that begin with <c>###</c>.</summary>
    private static IEnumerable<(int First, int Length)> Sections(string[] lines)
    {
        var first = 0;
        for (var i = 0; i <= lines.Length; i++)
        {
            if (i < lines.Length && !lines[i].StartsWith("###", StringComparison.Ordinal))
                continue;
            yield return (first, i - first);
            first = i + 1;
        }
    }

    private static CheckFileReading Wrong(CheckFault fault) => new(null, [fault]);
}
