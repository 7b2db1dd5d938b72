using System.Globalization;
using Landfall.Aws.Quotas;
using Landfall.Config.Plan;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Doctor.Checks;

/// <summary>Whether the account may run as many vCPUs on Fargate at once as the services may come to want.</summary>
internal sealed class FargateQuota : IDoctorCheck
{
    // Amazon ECS Developer Guide, "Amazon ECS service quotas": the codes of AWS Fargate's in Service Quotas.
    private const string OnDemand = "L-3032A538";
    private const string Spot = "L-36FBB829";
    private const double UnitsOfACpu = 1024;

    // While services are replaced, both versions run.
    private const double Versions = 2;

    /// <inheritdoc />
    public string Id => "fargate-quota";

    /// <inheritdoc />
    public async Task<IReadOnlyList<Symptom>> LookAsync(AppPlan plan, AwsTarget target, DateTimeOffset now, CancellationToken stop)
    {
        var (onDemand, spot) = Wanted(plan);
        if (onDemand + spot == 0)
            return [];
        var quotas = await new ServiceQuotaClient(target.Session).ListAsync("fargate", stop).ConfigureAwait(false);
        return [.. new[] { Judge("Fargate", OnDemand, onDemand), Judge("Fargate Spot", Spot, spot) }.OfType<Symptom>()];

        Symptom? Judge(string name, string code, double wanted)
        {
            if (wanted == 0)
                return null;
            if (quotas.FirstOrDefault(quota => quota.Code == code)?.Value is not { } most)
                return new Symptom(Id, SymptomState.Unseen, $"Service Quotas does not tell how many vCPUs of {name} the account may run.", null);
            var text = string.Create(CultureInfo.InvariantCulture, $"Services scale up to {wanted:0.##} vCPUs of {name}; the account may run {most:0.##} in {target.Region}, all its environments together");
            var fix = $"Ask for more: aws service-quotas request-service-quota-increase --service-code fargate --quota-code {code} --region {target.Region} --desired-value {Math.Ceiling(wanted * Versions).ToString(CultureInfo.InvariantCulture)}";
            return wanted > most ? new Symptom(Id, SymptomState.Broken, $"{text}.", fix)
                : wanted * Versions > most ? new Symptom(Id, SymptomState.Soon, $"{text}. While services are replaced both versions run.", fix)
                : new Symptom(Id, SymptomState.Well, $"{text}.", null);
        }
    }

    /// <summary>How many vCPUs services run when all of them have scaled out.</summary>
    internal static (double OnDemand, double Spot) Wanted(AppPlan plan)
    {
        var (onDemand, spot) = (0.0, 0.0);
        foreach (var service in plan.Services.OfType<ScaledServicePlan>())
        {
            var all = service.Scale.Max * service.Task.Cpu / UnitsOfACpu;
            var part = all * service.Task.SpotPercent / 100;
            (onDemand, spot) = (onDemand + all - part, spot + part);
        }

        return (onDemand, spot);
    }
}
