namespace Landfall.Checks.Format;

/// <summary>
/// Reads check files: the format of REST clients in editors (requests between lines of <c>###</c>), with what an answer has to
/// be in comments, so that a file can be sent by hand there and stays what it is.
/// </summary>
internal static class CheckFileReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="bytes">What is in it.</param>
    /// <returns>The file, or everything that is wrong with it.</returns>
    public static CheckFileReading Read(ReadOnlySpan<byte> bytes)
    {
        var text = FileText.Read(bytes, CheckLimits.FileBytes, out var fault);
        return fault is null ? Read(text) : new CheckFileReading(null, [fault]);
    }

    /// <summary>Reads the text of a file.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The file, or everything that is wrong with it.</returns>
    public static CheckFileReading Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = FileText.Lines(text);
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
}
