using System.Globalization;
using System.Xml.Linq;
using Landfall.Aws.Metrics;
using Landfall.Aws.Protocols;

namespace Landfall.Aws.Alarms;

/// <summary>The part of CloudWatch that tells how alarms are.</summary>
/// <param name="session">Who calls, and where.</param>
public sealed class AlarmClient(AwsSession session)
{
    /// <summary>Lists alarms, also those that are made of others.</summary>
    /// <param name="prefix">What their names begin with.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The alarms, in order of name.</returns>
    public async Task<IReadOnlyList<MetricAlarmState>> ListAsync(string prefix, CancellationToken cancellation)
    {
        var alarms = new List<MetricAlarmState>();
        var parameters = new Dictionary<string, string>
        {
            ["AlarmNamePrefix"] = prefix,
            ["AlarmTypes.member.1"] = "MetricAlarm",
            ["AlarmTypes.member.2"] = "CompositeAlarm",
            ["MaxRecords"] = "100",
        };
        do
        {
            var answer = await QueryProtocol.CallAsync(session, MetricClient.Service, "DescribeAlarms", parameters, cancellation).ConfigureAwait(false);
            alarms.AddRange(answer.Descendants("MetricAlarms").Concat(answer.Descendants("CompositeAlarms")).Elements("member").Select(Read));
            parameters["NextToken"] = answer.Descendants("NextToken").FirstOrDefault()?.Value ?? "";
        }
        while (parameters["NextToken"].Length > 0);
        return [.. alarms.OrderBy(a => a.Name, StringComparer.Ordinal)];
    }

    private static MetricAlarmState Read(XElement alarm) => new(
        Text(alarm, "AlarmName"),
        Text(alarm, "StateValue"),
        Text(alarm, "StateReason"),
        Time(Text(alarm, "StateTransitionedTimestamp")) ?? Time(Text(alarm, "StateUpdatedTimestamp")),
        Text(alarm, "AlarmDescription"),
        Text(alarm, "ActionsEnabled") != "false");

    private static string Text(XElement alarm, string name) => alarm.Element(name)?.Value ?? "";

    private static DateTimeOffset? Time(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
