namespace Landfall.Evaluation;

/// <summary>One public data set with its scoring rule. Adding a data set is adding one class to <see cref="Evaluations"/>.</summary>
internal interface IEvaluation
{
    /// <summary>The folder below the data directory and the word that <c>--only</c> takes, for example <c>nab</c>.</summary>
    string Name { get; }

    /// <summary>Evaluates what is found in <see cref="EvaluationContext.Folder"/>; never lists file names of its own.</summary>
    /// <param name="context">Where the data is and where raw results go.</param>
    /// <param name="cancellation">Stops the run between cases.</param>
    /// <returns>The figures, in the order in which they are printed.</returns>
    IReadOnlyList<Measurement> Run(EvaluationContext context, CancellationToken cancellation);
}
