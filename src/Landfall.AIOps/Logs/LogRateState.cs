namespace Landfall.AIOps.Logs;

/// <summary>The rate of one template of a saved monitor.</summary>
/// <param name="TemplateId">The template.</param>
/// <param name="Count">Lines in the interval that was open.</param>
/// <param name="Mean">Mean lines per interval.</param>
/// <param name="Variance">Their variance.</param>
/// <param name="Intervals">How many intervals it was watched for.</param>
/// <param name="Reported">1 while reported as up, -1 while down, else 0.</param>
public sealed record LogRateState(long TemplateId, long Count, double Mean, double Variance, int Intervals, int Reported);
