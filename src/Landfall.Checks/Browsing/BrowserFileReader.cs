using Landfall.Checks.Format;

namespace Landfall.Checks.Browsing;

/// <summary>Reads browser files: a step in each line, as somebody would tell it, with comments and variables like those of a check file.</summary>
internal static class BrowserFileReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="bytes">What is in it.</param>
    /// <returns>The file, or everything that is wrong with it.</returns>
    public static BrowserFileReading Read(ReadOnlySpan<byte> bytes)
    {
        var text = FileText.Read(bytes, CheckLimits.BrowserFileBytes, out var fault);
        return fault is null ? Read(text) : new BrowserFileReading(null, [fault]);
    }

    /// <summary>Reads the text of a file.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The file, or everything that is wrong with it.</returns>
    public static BrowserFileReading Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = FileText.Lines(text);
        var faults = new List<CheckFault>();
        var variables = FileVariables.Read(lines, faults);
        var reader = new StepReader(variables, faults);
        var steps = new List<BrowserStep>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (IsStep(lines[i]) && reader.Read(lines[i], i + 1) is { } step)
                steps.Add(step);
        }

        if (faults.Count == 0)
            CheckOrder(steps, faults);
        return faults.Count > 0
            ? new BrowserFileReading(null, [.. faults.OrderBy(fault => fault.Line).ThenBy(fault => fault.Column)])
            : new BrowserFileReading(new BrowserFile(steps, variables.Base, reader.Secrets), []);
    }

    private static bool IsStep(string line) =>
        line.AsSpan().TrimStart() is { Length: > 0 } text && text[0] != '#' && !text.StartsWith("//", StringComparison.Ordinal) && !FileVariables.Defines(line);

    private static void CheckOrder(List<BrowserStep> steps, List<CheckFault> faults)
    {
        if (steps.Count == 0)
            faults.Add(new CheckFault(1, 1, "There is no step in the file. Write one, for example 'open /'."));
        else if (steps[0].Action != StepAction.Open)
            faults.Add(new CheckFault(steps[0].Line, 1, "The browser shows no page yet. Begin with 'open /'."));
        else if (steps.Count > CheckLimits.Steps)
            faults.Add(new CheckFault(steps[CheckLimits.Steps].Line, 1, $"There are {steps.Count} steps; {CheckLimits.Steps} are the most. Split the file."));
    }
}
