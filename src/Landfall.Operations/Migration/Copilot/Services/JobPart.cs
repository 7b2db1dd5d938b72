using System.Text.Json.Nodes;

namespace Landfall.Operations.Migration.Copilot.Services;

/// <summary>When a job runs, for how long, and how often again.</summary>
internal static class JobPart
{
    public static void Map(ManifestMap map, JsonObject service)
    {
        if (map.Map("on") is { } on && on.Text("schedule") is { } schedule)
        {
            if (Schedule(schedule) is { } written)
            {
                service["schedule"] = written;
                on.Exact("schedule", "schedule");
            }
            else if (schedule == "none")
            {
                (service["schedule"], service["enabled"]) = ("0 0 1 1 *", false);
                on.Changed("schedule", "enabled", "A job has a schedule here; this one is turned off.");
            }

            on.Left("schedule", "It is no schedule that Landfall has: cron with five fields, cron(…) or rate(…).");
        }

        if (map.Whole("retries") is { } retries)
        {
            service["retries"] = retries;
            map.Exact("retries", "retries");
        }

        if (map.Text("timeout") is { } timeout)
        {
            service["timeout"] = timeout;
            map.Exact("timeout", "timeout");
        }
    }

    /// <summary>AWS Copilot CLI, "Scheduled Job", on.schedule: rates, cron and the words of cron.</summary>
    private static string? Schedule(string text)
    {
        if (text.StartsWith("@every ", StringComparison.Ordinal))
            return Rate(text["@every ".Length..].Trim());
        return text.Trim() switch
        {
            "@yearly" or "@annually" => "0 0 1 1 *",
            "@monthly" => "0 0 1 * *",
            "@weekly" => "0 0 * * 0",
            "@daily" or "@midnight" => "0 0 * * *",
            "@hourly" => "0 * * * *",
            var cron when cron.StartsWith("cron(", StringComparison.Ordinal) || cron.StartsWith("rate(", StringComparison.Ordinal) => cron,
            var cron when cron.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 5 => cron,
            var rate => Rate(rate),
        };
    }

    private static string? Rate(string text)
    {
        if (GoDuration.Parse(text) is not { } every || every < TimeSpan.FromMinutes(1) || every.Ticks % TimeSpan.TicksPerMinute != 0)
            return null;
        var minutes = (int)every.TotalMinutes;
        return minutes % 60 == 0
            ? $"rate({minutes / 60} hour{(minutes == 60 ? "" : "s")})"
            : $"rate({minutes} minute{(minutes == 1 ? "" : "s")})";
    }
}
