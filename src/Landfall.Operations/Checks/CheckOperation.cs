using Landfall.Checks.Format;
using Landfall.Checks.Running;
using Landfall.Config;

namespace Landfall.Operations.Checks;

/// <summary>Runs a check file against an address.</summary>
internal sealed class CheckOperation : Operation<CheckParameters, CheckRun>
{
    /// <inheritdoc />
    public override string Name => "check";

    /// <inheritdoc />
    public override string Summary => "Run a check file: send its requests, and compare the answers with what it expects.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Reads;

    /// <inheritdoc />
    public override async Task<CheckRun> RunAsync(CheckParameters parameters, Agreed agreed, OperationContext context)
    {
        var file = Read(parameters.File);
        var url = parameters.Url ?? file.Base ?? throw new LandfallException(
            ErrorCodes.CheckAddress,
            $"Nothing says what '{parameters.File}' is to be run against. Give the address as --url, or in the file as '@base = http://localhost:8080'.");
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new LandfallException(ErrorCodes.CheckAddress, $"'{url}' is not an address such as https://shop.example.com.");
        var results = await new CheckRunner(context.Time).RunAsync(file, new CheckTarget(address, null), context.Stop).ConfigureAwait(false);
        return new CheckRun(
            parameters.File,
            url,
            results.All(result => result.Failures.Count == 0),
            [.. results.Select(result => new CheckedRequest(result.Line, result.Title, result.Failures, result.Took is { } took ? (long)took.TotalMilliseconds : null))]);
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
