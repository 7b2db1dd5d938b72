using System.Globalization;
using System.Text.Json.Nodes;

namespace Landfall.Operations.Migration.Copilot.Services;

/// <summary><c>count</c>: how many tasks, and how their number follows demand.</summary>
internal static class CountPart
{
    public static void Map(ManifestMap map, JsonObject service, string type)
    {
        if (type == "Request-Driven Web Service")
        {
            map.Left("count", "It names a scaling configuration of App Runner, which is not in the manifest: put its smallest and largest number into 'scale', with 'requests' or 'cpu' to follow.");
            return;
        }

        if (map.Whole("count") is { } number)
        {
            service["scale"] = new JsonObject { ["min"] = number };
            map.Exact("count", "scale.min");
        }
        else if (map.Map("count") is { } count)
        {
            service["scale"] = Scale(count, service);
        }
    }

    private static JsonObject Scale(ManifestMap count, JsonObject service)
    {
        // An environment's 'spot' takes the place of a range that all have, and the other way round.
        if (count.Whole("spot") is { } spot && count.Layer("spot") >= count.Layer("range"))
        {
            count.Changed("spot", "spot", "All tasks run on Fargate Spot, which AWS may take away at two minutes' notice.");
            service["spot"] = 100;
            foreach (var key in count.Keys.Where(key => key != "spot").ToList())
                count.Left(key, "'spot' is a fixed number, which nothing scales.");
            return new JsonObject { ["min"] = spot };
        }

        var scale = new JsonObject();
        count.Left("spot", "The environment has a range in its place.");
        Range(count, scale, service);
        Follow(count, "cpu_percentage", scale, "cpu");
        Follow(count, "memory_percentage", scale, "memory");
        Follow(count, "requests", scale, "requests");
        count.Left("response_time", "Landfall scales by CPU, memory and requests for each task, which rise before answers get slow: set 'requests'.");
        count.Left("cooldown", "Landfall's cool-downs are fixed.");
        Backlog(count, scale);
        return scale;
    }

    private static void Range(ManifestMap count, JsonObject scale, JsonObject service)
    {
        if (count.Text("range") is { } text)
        {
            var ends = text.Split('-', 2);
            if (ends.Length == 2 && int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
                && int.TryParse(ends[1], NumberStyles.None, CultureInfo.InvariantCulture, out var last))
            {
                (scale["min"], scale["max"]) = (first, last);
                count.Exact("range", "scale");
            }

            count.Left("range", "It is not of the form 1-10.");
        }
        else if (count.Map("range") is { } range)
        {
            foreach (var key in new[] { "min", "max" })
            {
                if (range.Whole(key) is { } end)
                    scale[key] = end;
                range.Exact(key, $"scale.{key}");
            }

            if (range.Whole("spot_from") is { } from && range.Whole("max") is { } largest and > 0)
            {
                service["spot"] = Math.Clamp((int)Math.Round(100.0 * (largest - from + 1) / largest), 0, 100);
                range.Changed("spot_from", "spot", $"Copilot runs tasks from the {from}. on Spot; 'spot' is a share of all, here the one that it comes to at {largest} tasks.");
            }
        }
    }

    private static void Follow(ManifestMap count, string key, JsonObject scale, string to)
    {
        if (count.Whole(key) is { } plain)
        {
            scale[to] = plain;
            count.Exact(key, $"scale.{to}");
        }
        else if (count.Map(key) is { } details)
        {
            if (details.Whole("value") is { } value)
                scale[to] = value;
            details.Exact("value", $"scale.{to}");
            details.Left("cooldown", "Landfall's cool-downs are fixed.");
        }
    }

    /// <summary>AWS Copilot CLI, "Worker Service", count.queue_delay: the acceptable backlog is the latency divided by the time for a message.</summary>
    private static void Backlog(ManifestMap count, JsonObject scale)
    {
        if (count.Map("queue_delay") is not { } delay)
            return;
        if (GoDuration.Parse(delay.Text("acceptable_latency")) is { } latency && GoDuration.Parse(delay.Text("msg_processing_time")) is { } each && each > TimeSpan.Zero)
        {
            scale["backlog"] = Math.Max(1, (int)(latency / each));
            delay.Exact("acceptable_latency", "scale.backlog");
            delay.Exact("msg_processing_time", "scale.backlog");
        }

        delay.Left("acceptable_latency", "It goes with msg_processing_time.");
        delay.Left("msg_processing_time", "It goes with acceptable_latency.");
        delay.Left("cooldown", "Landfall's cool-downs are fixed.");
    }
}
