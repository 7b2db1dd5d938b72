namespace Landfall.Config.Plan;

/// <summary>What becomes of the runs of a pipeline that wait for a stage.</summary>
public enum PipelineMode
{
    /// <summary>The newest goes on, the others end.</summary>
    Superseded,

    /// <summary>Each goes on, in the order in which they came.</summary>
    Queued,
}
