using Landfall.Checks.Format;
using Landfall.Checks.Running;
using Landfall.Config;

namespace Landfall.Operations.Checks;

/// <summary>Runs check files against an address.</summary>
internal sealed class CheckOperation : Operation<CheckParameters, CheckRun>
{
    /// <inheritdoc />
    public override string Name => "check";

    /// <inheritdoc />
    public override string Summary => "Run a check file, or all that a service has: send the requests, and compare the answers with what is expected.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Changes;

    /// <inheritdoc />
    public override OperationTraits Traits => OperationTraits.Sensitive;

    /// <inheritdoc />
    public override async Task<CheckRun> RunAsync(CheckParameters parameters, Agreed agreed, OperationContext context)
    {
        // The name of a service has neither dots nor slashes.
        var isFile = parameters.What.IndexOfAny(['.', '/', '\\']) >= 0 || File.Exists(parameters.What);
        var (paths, own, tasks) = isFile
            ? ([(parameters.What, parameters.What)], null, [])
            : await ServiceChecks.FindAsync(parameters, context).ConfigureAwait(false);
        var files = paths.Select(path => (path.Name, File: Read(path.Path))).ToList();
        var url = parameters.Url ?? own ?? files[0].File.Base ?? throw new LandfallException(
            ErrorCodes.CheckAddress,
            $"Nothing says what '{parameters.What}' is to be run against. Give the address as --url, or in the file as '@base = http://localhost:8080'.");
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new LandfallException(ErrorCodes.CheckAddress, $"'{url}' is not an address such as https://shop.example.com.");

        var requests = new List<CheckedRequest>();
        foreach (var (name, file) in files)
        {
            var results = await new CheckRunner(context.Time).RunAsync(file, new CheckTarget(address, null), context.Stop).ConfigureAwait(false);
            requests.AddRange(results.Select(result =>
                new CheckedRequest(name, result.Line, result.Title, result.Failures, result.Took is { } took ? (long)took.TotalMilliseconds : null)));
        }

        return new CheckRun(url, requests.TrueForAll(request => request.Failures.Count == 0), requests, tasks);
    }

    private static CheckFile Read(string path)
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

        var reading = CheckFileReader.Read(bytes);
        return reading.File ?? throw new LandfallException(
            ErrorCodes.CheckFile,
            string.Join('\n', reading.Faults.Select(fault => $"{path}:{fault.Line}:{fault.Column} {fault.Message}")));
    }
}
