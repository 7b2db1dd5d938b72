namespace Landfall.Config.Binding;

/// <summary>What a value of the file looks like: the one source of binding, schema and reference.</summary>
internal abstract record ValueShape;
