using Landfall.Config.Alarms;
using Landfall.Constructs.Foundation;

namespace Landfall.Constructs.Alarms;

/// <summary>Rings before a certificate ends that nobody has renewed.</summary>
internal static class CertificateExpiry
{
    // ACM renews what it has issued itself 45 days before the end, and has told its owner several times by then.
    private const int Days = 21;

    public static void Alarm(LandfallStack stack, string id, string domain, string certificate) =>
        MetricAlarm.Create(
            stack, id, Runbooks.Expiry, $"A certificate of {domain} ends in less than {Days} days.",
            "days", Days, 1,
            [MetricAlarm.Metric(TimeSpan.FromDays(1), "days", "AWS/CertificateManager", "DaysToExpiry", "Minimum", ("CertificateArn", certificate))],
            MetricAlarm.Below);
}
