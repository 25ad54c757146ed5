using System.Reflection;

namespace TeacherDevPlan.Application.Common.Models;

/// <summary>All models, by the type of their rows.</summary>
public sealed class Models
{
    private readonly Dictionary<Type, Model> byRow;

    /// <summary>Throws if a model does not declare who sees its rows.</summary>
    public Models(IEnumerable<Model> models)
    {
        All = [.. models];
        if (All.FirstOrDefault(model => model.Seen is null) is { } open)
            throw new InvalidOperationException($"{open.GetType().Name} does not declare who sees its rows (SeenBy).");
        byRow = All.ToDictionary(model => model.Row);
        Nodes = All.Where(model => model.IsNode).ToDictionary(model => model.Name);
    }

    public IReadOnlyList<Model> All { get; }

    /// <summary>The models whose rows have global ids, by name.</summary>
    public IReadOnlyDictionary<string, Model> Nodes { get; }

    public Model For(Type row) => byRow[row];

    /// <summary>Whether there is a model for rows of a type.</summary>
    public bool IsKnown(Type row) => byRow.ContainsKey(row);

    /// <summary>All models that an assembly declares.</summary>
    public static Models Of(Assembly assembly) =>
        new(
            assembly
                .GetTypes()
                .Where(type =>
                    type is { IsAbstract: false, IsGenericType: false } && type.IsAssignableTo(typeof(Model))
                )
                .OrderBy(type => type.Name, StringComparer.Ordinal)
                .Select(type => (Model)Activator.CreateInstance(type)!)
        );
}
