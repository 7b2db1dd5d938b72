using Landfall.Config;

namespace Landfall.Operations.Checks;

/// <summary>Runs check files against an address.</summary>
internal sealed class CheckOperation : Operation<CheckParameters, CheckRun>
{
    /// <inheritdoc />
    public override string Name => "check";

    /// <inheritdoc />
    public override string Summary => "Run a check file, or all that a service has: send the requests or take the steps in a browser, and compare what comes with what is expected.";

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
        var files = paths.Select(path => CheckedFile.Read(path.Name, path.Path)).ToList();
        var url = parameters.Url ?? own ?? files[0].Base ?? throw new LandfallException(
            ErrorCodes.CheckAddress,
            $"Nothing says what '{parameters.What}' is to be run against. Give the address as --url, or in the file as '@base = http://localhost:8080'.");
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new LandfallException(ErrorCodes.CheckAddress, $"'{url}' is not an address such as https://shop.example.com.");

        var requests = new List<CheckedRequest>();
        foreach (var file in files)
            requests.AddRange(await file.RunAsync(address, context).ConfigureAwait(false));

        return new CheckRun(url, requests.TrueForAll(request => request.Failures.Count == 0), requests, tasks);
    }
}
