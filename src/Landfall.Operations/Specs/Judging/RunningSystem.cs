using Landfall.Checks.Format;
using Landfall.Checks.Running;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Checks;
using Landfall.Operations.Specs.Reading;

namespace Landfall.Operations.Specs.Judging;

/// <summary>Asks the running system, with requests that change nothing.</summary>
/// <param name="plan">The plan.</param>
/// <param name="url">The address to ask in place of the services' own, or null.</param>
/// <param name="context">Who asks.</param>
internal sealed class RunningSystem(AppPlan plan, string? url, OperationContext context)
{
    private readonly Dictionary<string, string> _addresses = new(StringComparer.Ordinal);

    /// <summary>Asks.</summary>
    /// <param name="check">What is asked, and what is expected.</param>
    /// <returns>The judgement; violated where no answer comes.</returns>
    public async Task<Judgement> OfAsync(HttpCheck check)
    {
        if (plan.Services.OfType<ScaledServicePlan>().FirstOrDefault(service => service.Title == check.Service) is not { } service)
            return new Judgement(CheckOutcome.Violated, $"there is no service '{check.Service}' in '{plan.Environment}' that answers requests");
        if (!_addresses.TryGetValue(service.Name, out var address))
            _addresses[service.Name] = address = url ?? await ServiceChecks.AddressAsync(plan, service, context).ConfigureAwait(false);
        if (!Uri.TryCreate(address, UriKind.Absolute, out var target) || target.Scheme is not ("http" or "https"))
            throw new LandfallException(ErrorCodes.CheckAddress, $"'{address}' is not an address such as https://shop.example.com.");

        // Written as the check file that somebody would write; the words of a check have no spaces and no line's end in them.
        var reading = CheckFileReader.Read($"# @expect status {check.Status}\n# @no-redirect\n{check.Method} {{{{base}}}}{check.Path}\n");
        if (reading.File is not { } file)
            return new Judgement(CheckOutcome.Violated, string.Join("; ", reading.Faults.Select(fault => fault.Message)));
        var result = (await new CheckRunner(context.Time).RunAsync(file, new CheckTarget(target, null), context.Stop).ConfigureAwait(false))[0];
        return result.Failures.Count == 0
            ? new Judgement(CheckOutcome.Satisfied, $"{check.Method} {check.Path} of {address} is answered with {check.Status}")
            : new Judgement(CheckOutcome.Violated, $"{check.Method} {check.Path} of {address}: {string.Join("; ", result.Failures)}");
    }
}
