using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Landfall.Config.Plan;

namespace Landfall.Constructs.Traffic;

/// <summary>
/// Priorities on the internal listener. Its rules match host names, so their order means nothing, but each needs a
/// number of its own that does not move when another service comes or goes.
/// </summary>
internal static class InternalRulePriority
{
    private const int Largest = 50_000;

    public static int Of(AppPlan plan, string service)
    {
        var taken = new HashSet<int>();
        foreach (var name in plan.Services.OfType<InternalServicePlan>().Where(other => other.LoadBalancer)
            .Select(other => other.Name).Order(StringComparer.Ordinal))
        {
            var priority = Start(name);
            while (!taken.Add(priority))
            {
                priority = (priority % Largest) + 1;
            }

            if (name == service)
            {
                return priority;
            }
        }

        return Start(service);
    }

    private static int Start(string name) =>
        (int)(BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name))) % Largest) + 1;
}
