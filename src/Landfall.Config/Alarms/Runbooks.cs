namespace Landfall.Config.Alarms;

/// <summary>The runbooks of all alarms, from which <c>docs/alarms.md</c> is written.</summary>
internal static class Runbooks
{
    private const string Logs = "the service's log group, `/<app>/<environment>/<service>`, from a minute before the alarm on";
    private const string Events = "the events of the service in the ECS console: ECS says there why it stops and starts tasks";
    private const string Undo = "If it began with a deployment, deploy the version before it.";

    /// <summary>A service is not well.</summary>
    public static Runbook Fault { get; } = new(
        "fault", "Fault",
        "One or more of the alarms of a service ring. This is the only one of them that calls; it calls again when all of them are over.",
        ["the alarms that it is made of, in the CloudWatch console or with `aws cloudwatch describe-alarms --children-of-alarm-name <name>`: each has a runbook below", Events],
        ["Go by the runbook of what rings. Where several ring, begin with tasks that crash or are missing: the rest follows from them.", Undo]);

    /// <summary>Too many 5xx answers.</summary>
    public static Runbook ErrorRate { get; } = new(
        "error-rate", "ErrorRate",
        "For three minutes the share of answers with a 5xx status has been above `alarms.errorRate`. A deployment under way is rolled back.",
        [Logs, "whether it is all paths or one, in the load balancer's access log in the bucket of the edge stack", "what the service uses: its databases, tables, and the services that it calls"],
        [Undo, "If something that it uses is down, begin there."]);

    /// <summary>Too slow.</summary>
    public static Runbook Latency { get; } = new(
        "latency", "LatencyP99",
        "For three minutes the slowest 1 % of requests have taken longer than `alarms.latencyP99`. A deployment under way is rolled back.",
        ["CPU and memory of the tasks: a task that is full is slow", "load and connections of its databases", Logs],
        ["Where CPU is the limit, raise `scale.max` or `cpu`.", Undo]);

    /// <summary>Failing health checks.</summary>
    public static Runbook Unhealthy { get; } = new(
        "unhealthy", "UnhealthyHosts",
        "The load balancer's health check of one or more tasks fails. A deployment under way is rolled back.",
        ["the reason that the target group gives for the target in the EC2 console: a wrong status, no answer in time, or no connection", Logs],
        ["Where the path or the port is wrong, mend `health` and `port`.", "Where the program needs longer to start, raise `health.gracePeriod`."]);

    /// <summary>Fewer tasks than wanted.</summary>
    public static Runbook MissingTasks { get; } = new(
        "missing-tasks", "MissingTasks and NoTasks",
        "For ten minutes fewer tasks have run than ECS wants. Without any task the service is down.",
        [Events, "the reason of the newest stopped tasks: an image that is not there, a secret without a value, no address free in the subnets, the account's limit of Fargate's CPUs", Logs],
        ["A missing secret's value: `landfall secret set`.", Undo]);

    /// <summary>Tasks that end by themselves.</summary>
    public static Runbook Crashes { get; } = new(
        "crashes", "Crashes",
        "As many tasks as `alarms.crashes` says have ended by themselves, or could not start, within fifteen minutes. ECS starts others, but callers notice.",
        ["the exit code and the reason of the stopped tasks in the ECS console: 137 with OutOfMemoryError is memory, 1 mostly an exception", Logs],
        ["Out of memory: raise `memory`, or look for the leak.", Undo]);

    /// <summary>An old message.</summary>
    public static Runbook QueueAge { get; } = new(
        "queue-age", "QueueAge",
        "The oldest message of a worker's queue is older than `alarms.queueAge`: work comes in faster than it is done, or none is done.",
        ["whether tasks of the worker run, and how many messages are in flight", Logs],
        ["More work than before: raise `scale.max`.", "One message that always fails goes to the dead-letter queue after `retries`: look there."]);

    /// <summary>The load balancer answers itself.</summary>
    public static Runbook LoadBalancerErrors { get; } = new(
        "load-balancer-errors", "LoadBalancerErrors",
        "The load balancer answers with 502, 503 or 504 itself, more than five times a minute: no task answers, or none in time.",
        ["which service it is, by the target group in the load balancer's access log in the bucket of the edge stack", Events],
        ["503: no healthy task. 502: the program closes connections or ends while it answers. 504: it answers later than `timeout.idle`."]);

    /// <summary>Many requests.</summary>
    public static Runbook RequestCount { get; } = new(
        "request-count", "RequestCount",
        "For three minutes there have been more requests than `alarms.requestCount`. Busy is not broken: this one only tells.",
        ["where they come from, in the load balancer's access log in the bucket of the edge stack", "whether response times and errors stay as they are"],
        ["Expected: raise the number. An attack: `firewall: { rateLimit: … }`."]);

    /// <summary>Full tasks.</summary>
    public static Runbook Saturation { get; } = new(
        "saturation", "Saturation",
        "For fifteen minutes the tasks have used more of their memory, or of their CPU where they answer requests, than `alarms.saturation`.",
        ["whether `scale.max` is reached", "whether memory grows without requests growing: a leak"],
        ["CPU: raise `scale.max` or `cpu`. Memory: raise `memory`; more tasks do not help against a leak."]);

    /// <summary>Unlike its own past.</summary>
    public static Runbook Anomaly { get; } = new(
        "anomaly", "AnomalyRequests, AnomalyErrors and AnomalyLatency",
        "For fifteen minutes a signal named in `alarms.anomaly` has been outside the band that CloudWatch expects at this hour of the week. Until it has seen two weeks the band is wide.",
        ["the alarm's graph, which shows the band", "what was deployed, or announced, about that time"],
        ["A lasting change is learned by itself. Take a signal out of `alarms.anomaly` that says nothing."]);

    /// <summary>A promise that breaks fast.</summary>
    public static Runbook SloFast { get; } = new(
        "slo-fast", "SloAvailabilityFast and SloLatencyFast",
        "A service uses up what it may fail in thirty days at least 14.4 times too fast over an hour (2 % of it is gone), or 6 times over six hours (5 %), and still does. Do not wait.",
        ["the runbooks of [errors](#error-rate) and of [latency](#latency)"],
        [Undo]);

    /// <summary>A promise that breaks slowly.</summary>
    public static Runbook SloSlow { get; } = new(
        "slo-slow", "SloAvailabilitySlow and SloLatencySlow",
        "A service uses up what it may fail in thirty days 3 times too fast over a day (10 % of it is gone), or just too fast over three days (10 %), and still does. It can wait for the next working day.",
        ["which answers fail or are slow, and since when: " + Logs],
        ["Mend the cause before the next release.", "A promise that nobody needs: lower `slo`."]);

    /// <summary>Messages that nobody could handle.</summary>
    public static Runbook DeadLetters { get; } = new(
        "dead-letters", "DeadLetters",
        "Messages that a worker could not handle in `retries` attempts are in the dead-letter queue, where they stay for fourteen days. It rings until the queue is empty.",
        ["the messages themselves, and what the worker's log says about one of them"],
        ["Mend the cause, then start a redrive in the SQS console, which puts them back into the queue.", "Delete what is not worth it."]);

    /// <summary>A job that failed.</summary>
    public static Runbook Failed { get; } = new(
        "failed", "Failed",
        "A run of a job has failed after all its attempts, or has taken longer than `timeout`.",
        ["the run in the Step Functions console: which attempt ended how", Logs],
        ["Mend the cause, and start a run by hand in the Step Functions console."]);

    /// <summary>A deployment that failed.</summary>
    public static Runbook FailedDeployment { get; } = new(
        "failed-deployment", "FailedDeployment",
        "ECS gave a deployment up: its tasks did not start, did not get healthy, or an alarm rang. It has gone back to the version before it. The alarm is over after five minutes, and says nothing then.",
        ["what `landfall deploy` said", Events, Logs],
        ["Mend the cause and deploy again; the version before it serves meanwhile."]);

    /// <summary>A full disk.</summary>
    public static Runbook Storage { get; } = new(
        "storage", "…Storage",
        "Less than a twentieth of a database's storage is free, and it does not grow: `storage` has reached its largest, or grew less than six hours ago. A full database stops.",
        ["FreeStorageSpace of the instance, and how fast it falls", "what fills it: tables, or logs of replication that nobody reads"],
        ["Raise the largest storage in the file and deploy; it grows without an interruption."]);

    /// <summary>An Aurora cluster at its largest.</summary>
    public static Runbook Capacity { get; } = new(
        "capacity", "…Capacity",
        "For fifteen minutes an Aurora cluster has used more than nine tenths of its largest capacity.",
        ["the longest queries in Performance Insights", "the number of connections"],
        ["Raise `capacity.max`, which takes effect while it runs.", "A query that reads whole tables: an index."]);

    /// <summary>A busy instance.</summary>
    public static Runbook DatabaseCpu { get; } = new(
        "database-cpu", "…Cpu",
        "For fifteen minutes a database instance has used more than nine tenths of its CPU.",
        ["its slow queries, in its log in CloudWatch", "the number of connections"],
        ["An index, or a larger `instance`, whose change interrupts it."]);

    /// <summary>A table that refuses.</summary>
    public static Runbook Throttles { get; } = new(
        "throttles", "…Throttles",
        "For five minutes DynamoDB has refused reads or writes of a table or of one of its indexes.",
        ["whether it is reads or writes, of the table or an index, in the alarm's graph", "whether one key gets most of them"],
        ["Provisioned: raise `capacity`, or leave it out for on demand.", "One hot key: spread it."]);

    /// <summary>A certificate that ends soon.</summary>
    public static Runbook Expiry { get; } = new(
        "certificate-expiry", "…Expiry",
        "A certificate of the load balancer ends in less than 21 days. ACM renews those that it has issued long before: either it could not, or the certificate was imported.",
        ["the certificate in the ACM console: which name waits for validation"],
        ["Set the record again that ACM shows there; ACM renews by itself then.", "Imported: import the new one under the same ARN."]);

    /// <summary>All of them, in the order of the page.</summary>
    public static IReadOnlyList<Runbook> All { get; } =
    [
        Fault, ErrorRate, Latency, Unhealthy, MissingTasks, Crashes, QueueAge, LoadBalancerErrors,
        RequestCount, Saturation, Anomaly, SloFast, SloSlow, DeadLetters, Failed, FailedDeployment,
        Storage, Capacity, DatabaseCpu, Throttles, Expiry,
    ];
}
