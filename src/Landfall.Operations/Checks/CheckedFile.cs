using Landfall.Checks.Browsing;
using Landfall.Checks.Format;
using Landfall.Checks.Running;
using Landfall.Config;

namespace Landfall.Operations.Checks;

/// <summary>A check file that is run: HTTP requests, or steps in a browser.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Requests">Its requests; null for one with steps.</param>
/// <param name="Steps">Its steps; null for one with requests.</param>
internal sealed record CheckedFile(string Name, CheckFile? Requests, BrowserFile? Steps)
{
    /// <summary>What the file itself says that <c>{{base}}</c> is, or null.</summary>
    public string? Base => Requests?.Base ?? Steps?.Base;

    /// <summary>Reads a file.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="path">Where it is.</param>
    /// <returns>The file.</returns>
    /// <exception cref="LandfallException">It is not there, or has faults.</exception>
    public static CheckedFile Read(string name, string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LandfallException(ErrorCodes.CheckFile, $"The check file '{path}' cannot be read: {e.Message}", e);
        }

        if (BrowserFile.Is(path))
        {
            var steps = BrowserFileReader.Read(bytes);
            return new CheckedFile(name, null, steps.File ?? throw Faulty(path, steps.Faults));
        }

        var requests = CheckFileReader.Read(bytes);
        return new CheckedFile(name, requests.File ?? throw Faulty(path, requests.Faults), null);
    }

    /// <summary>Runs it.</summary>
    /// <param name="address">What is checked.</param>
    /// <param name="context">Who asks.</param>
    /// <returns>What came of each request, or of each step up to the first that failed.</returns>
    public async Task<IReadOnlyList<CheckedRequest>> RunAsync(Uri address, OperationContext context)
    {
        if (Steps is not null)
            return await BrowserRun.RunAsync(Name, Steps, address, context).ConfigureAwait(false);
        var results = await new CheckRunner(context.Time).RunAsync(Requests!, new CheckTarget(address, null), context.Stop).ConfigureAwait(false);
        return [.. results.Select(result => new CheckedRequest(Name, result.Line, result.Title, result.Failures, result.Took is { } took ? (long)took.TotalMilliseconds : null))];
    }

    private static LandfallException Faulty(string path, IReadOnlyList<CheckFault> faults) =>
        new(ErrorCodes.CheckFile, string.Join('\n', faults.Select(fault => $"{path}:{fault.Line}:{fault.Column} {fault.Message}")));
}
