using System.Globalization;
using System.Text.Json.Nodes;

namespace Landfall.Operations.Migration.Copilot.Services;

/// <summary><c>logging</c>: how long logs are kept. They always go to CloudWatch.</summary>
internal static class LoggingPart
{
    public static void Map(ManifestMap map, JsonObject service)
    {
        if (map.Map("logging") is not { } logging)
            return;
        if (logging.Whole("retention") is { } days)
        {
            service["logRetention"] = string.Create(CultureInfo.InvariantCulture, $"{days}d");
            logging.Exact("retention", "logRetention");
        }

        foreach (var key in logging.Keys.Where(key => key != "retention").ToList())
            logging.Left(key, "Containers write to CloudWatch Logs; 'telemetry' sends logs elsewhere that the program hands over by OTLP.");
    }
}
