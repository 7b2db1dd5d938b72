using System.Text.Json.Nodes;

namespace Landfall.Operations.Migration.Copilot.Services;

/// <summary><c>subscribe</c>: the queue of a worker. Copilot makes one for each worker, which topics write to.</summary>
internal static class QueuePart
{
    public static void Map(string name, ManifestMap map, JsonObject service, MigrationScope scope)
    {
        var queueName = $"{name}-events";
        service["queue"] = queueName;
        map.Changed("type", "type", $"Its queue is '{queueName}', whose address the program gets as {ProgramVariables.Injected(queueName)}_QUEUE_URL where Copilot gave COPILOT_QUEUE_URI.");
        var settings = new JsonObject();
        if (map.Map("subscribe") is { } subscribe)
        {
            subscribe.Left("topics", "Landfall has no topics: let who publishes name the queue in its 'uses' and send there.");
            if (subscribe.Map("queue") is { } queue)
                Queue(queue, settings);
        }

        scope.Add("queues", queueName, settings);
    }

    private static void Queue(ManifestMap queue, JsonObject settings)
    {
        foreach (var (key, to) in new[] { ("timeout", "visibility"), ("retention", "retention"), ("delay", "delay") })
        {
            if (queue.Text(key) is { } text)
                settings[to] = text;
            queue.Exact(key, $"queues.{to}");
        }

        if (queue.Map("dead_letter") is { } dead && dead.Whole("tries") is { } tries)
        {
            settings["retries"] = tries;
            dead.Exact("tries", "queues.retries");
        }

        var fifo = queue.Map("fifo");
        if (queue.Flag("fifo") == true || fifo is not null)
            settings["fifo"] = true;
        if (fifo is null)
        {
            queue.Exact("fifo", "queues.fifo");
            return;
        }

        if (fifo.Flag("content_based_deduplication") == false)
            fifo.Left("content_based_deduplication", "A queue of the file's takes messages of the same content in five minutes for one.");
        fifo.Exact("content_based_deduplication", "queues.fifo");
        foreach (var key in new[] { "high_throughput", "throughput_limit", "deduplication_scope" })
            fifo.Left(key, "A patch of the queue in 'overrides' can set FifoThroughputLimit and DeduplicationScope.");
    }
}
