using System.Text;
using Landfall.Config;
using Landfall.Config.Limits;
using Landfall.Config.Plan;

namespace Landfall.Operations.Secrets;

/// <summary>What a value has to be, and who reads it.</summary>
internal static class SecretValue
{
    /// <summary>Refuses what Secrets Manager does not take. The value itself is in no message.</summary>
    /// <param name="secret">The secret's name.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="LandfallException">It is empty or too long.</exception>
    public static void Require(string secret, string? value)
    {
        if (string.IsNullOrEmpty(value))
            throw new LandfallException(ErrorCodes.SecretValue, $"There is no value for '{secret}'. Type one, or give it on standard input: landfall secret set --name {secret} < file.");
        var limit = LimitList.Of("AWS::SecretsManager::Secret", "value");
        if (Encoding.UTF8.GetByteCount(value) is var bytes && bytes > limit.Most)
            throw new LandfallException(ErrorCodes.SecretValue, limit.Breach($"'{secret}'", bytes));
    }

    /// <summary>The services that use a secret, or have a collector beside them that does.</summary>
    public static IEnumerable<ServicePlan> Readers(AppPlan plan, IEnumerable<ServicePlan> services, string secret) =>
        services.Where(service => service.Uses.Any(use => use.Kind == UseKind.Secret && use.Target == secret)
            || (plan.Telemetry is { Mode: TelemetryMode.Sidecar } telemetry && telemetry.Token == secret && service is ContainerServicePlan { Task.Telemetry: not null }));
}
