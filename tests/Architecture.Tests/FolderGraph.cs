using System.Reflection;
using Mono.Cecil;

namespace TeacherDevPlan.Architecture.Tests;

/// <summary>Which folders (namespaces) of a project use which others, according to its compiled code.</summary>
internal sealed class FolderGraph
{
    private readonly Dictionary<string, IReadOnlySet<string>> uses;

    public FolderGraph(Dictionary<string, IReadOnlySet<string>> uses) => this.uses = uses;

    /// <summary>Folders are named without the name of the project: "Findings.Rules"; the project's own is "".</summary>
    public FolderGraph(Assembly assembly)
    {
        var root = assembly.GetName().Name!;
        using var module = ModuleDefinition.ReadModule(assembly.Location);
        uses = module
            .GetTypes()
            .Where(type => IsIn(root, FolderOf(type)))
            .GroupBy(type => Relative(root, FolderOf(type)))
            .ToDictionary(
                folder => folder.Key,
                IReadOnlySet<string> (folder) =>
                    folder
                        .SelectMany(UsedBy)
                        .SelectMany(Parts)
                        .Where(type => type.Scope == module && IsIn(root, FolderOf(type)))
                        .Select(type => Relative(root, FolderOf(type)))
                        .Where(used => used != folder.Key)
                        .ToHashSet()
            );
    }

    public IReadOnlySet<string> UsesOf(string folder) => uses[folder];

    /// <summary>The largest sets of folders that all reach each other, each sorted by name.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Cycles()
    {
        var reached = uses.Keys.ToDictionary(folder => folder, Reached);
        return
        [
            .. uses
                .Keys.Where(folder => reached[folder].Contains(folder))
                .Select(folder =>
                    reached[folder].Where(other => reached[other].Contains(folder)).Order(StringComparer.Ordinal)
                )
                .Select(cycle => cycle.ToArray())
                .DistinctBy(cycle => string.Join(' ', cycle)),
        ];
    }

    private HashSet<string> Reached(string from)
    {
        var found = new HashSet<string>();
        var open = new Stack<string>(uses[from]);
        while (open.TryPop(out var folder))
        {
            if (!found.Add(folder))
                continue;
            foreach (var next in uses[folder])
                open.Push(next);
        }

        return found;
    }

    private static IEnumerable<TypeReference> UsedBy(TypeDefinition type)
    {
        var members = type
            .Fields.Select(field => field.FieldType)
            .Concat(type.Interfaces.Select(one => one.InterfaceType))
            .Concat(AttributesOf(type, [.. type.Methods, .. type.Properties, .. type.Fields]))
            .Concat(type.Methods.SelectMany(UsedBy));
        return type.BaseType is { } above ? members.Append(above) : members;
    }

    private static IEnumerable<TypeReference> AttributesOf(
        TypeDefinition type,
        Mono.Cecil.ICustomAttributeProvider[] members
    ) =>
        members.Append(type).SelectMany(member => member.CustomAttributes).Select(attribute => attribute.AttributeType);

    private static IEnumerable<TypeReference> UsedBy(MethodDefinition method)
    {
        var signature = method.Parameters.Select(parameter => parameter.ParameterType).Append(method.ReturnType);
        if (!method.HasBody)
            return signature;
        return signature
            .Concat(method.Body.Variables.Select(variable => variable.VariableType))
            .Concat(method.Body.Instructions.SelectMany(instruction => UsedBy(instruction.Operand)));
    }

    private static IEnumerable<TypeReference> UsedBy(object? operand) =>
        operand switch
        {
            TypeReference type => [type],
            FieldReference field => [field.DeclaringType, field.FieldType],
            GenericInstanceMethod method => [.. UsedBy(method.ElementMethod), .. method.GenericArguments],
            MethodReference method =>
            [
                method.DeclaringType,
                method.ReturnType,
                .. method.Parameters.Select(parameter => parameter.ParameterType),
            ],
            _ => [],
        };

    /// <summary>The types that a type is made of: for <c>List&lt;T[]&gt;</c>, <c>List</c> and <c>T</c>.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference type) =>
        type switch
        {
            GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)],
            TypeSpecification specification => Parts(specification.ElementType),
            GenericParameter => [],
            _ => [type],
        };

    private static string FolderOf(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type.Namespace;
    }

    private static bool IsIn(string root, string folder) =>
        folder == root || folder.StartsWith(root + ".", StringComparison.Ordinal);

    private static string Relative(string root, string folder) =>
        folder.Length == root.Length ? "" : folder[(root.Length + 1)..];
}
