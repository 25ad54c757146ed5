using System.Reflection;
using Mono.Cecil;
using Mono.Cecil.Cil;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Architecture.Tests;

/// <summary>
/// Follows the compiled code of these assemblies from a class: calls, lambdas, async methods and iterators, overrides, and what implements
/// an interface.
/// </summary>
internal sealed class CodeWalk
{
    private readonly List<TypeDefinition> types;
    private readonly ILookup<string, MethodDefinition> overrides;

    public CodeWalk(params Assembly[] assemblies)
    {
        var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(Path.GetDirectoryName(assemblies[0].Location));
        var settings = new ReaderParameters { AssemblyResolver = resolver };
        types =
        [
            .. assemblies.SelectMany(assembly =>
                AssemblyDefinition.ReadAssembly(assembly.Location, settings).MainModule.GetTypes()
            ),
        ];
        overrides = types
            .SelectMany(type => type.Methods)
            .Where(method => method.IsVirtual && !method.IsAbstract)
            .ToLookup(method => method.Name);
    }

    /// <summary>The names of the kinds of error that the code of a class makes or hands on.</summary>
    /// <param name="above">A base class whose own code is left out.</param>
    public IReadOnlySet<string> ErrorsOf(Type type, Type above)
    {
        var found = new HashSet<string>();
        var seen = new HashSet<MethodDefinition>();
        var own = ClassesOf(type, above);
        var open = new Stack<MethodDefinition>(own.SelectMany(one => one.Methods));
        while (open.TryPop(out var method))
        {
            if (!seen.Add(method))
                continue;
            foreach (var machine in StateMachinesOf(method))
                open.Push(machine);
            foreach (var instruction in method.HasBody ? method.Body.Instructions : [])
            {
                if (instruction.Operand is FieldReference field && IsError(field.FieldType))
                    found.Add(field.FieldType.Name);
                if (instruction.Operand is not MethodReference reference)
                    continue;
                if (instruction.OpCode == OpCodes.Newobj && IsError(reference.DeclaringType))
                    found.Add(reference.DeclaringType.Name);
                foreach (var called in Called(reference, own))
                    open.Push(called);
            }
        }

        return found;
    }

    private List<TypeDefinition> ClassesOf(Type type, Type above)
    {
        var classes = new List<TypeDefinition>();
        var first = types.Single(one => one.FullName == type.FullName);
        for (var one = first; one.FullName != above.FullName; one = one.BaseType.Resolve())
            classes.Add(one);
        return classes;
    }

    /// <summary>What may run where this is called, of these assemblies.</summary>
    /// <param name="own">The classes of the object that is walked: what it calls of itself, no other class overrides.</param>
    private IEnumerable<MethodDefinition> Called(MethodReference reference, List<TypeDefinition> own)
    {
        if (!types.Exists(type => type.FullName == reference.DeclaringType.GetElementType().FullName))
            return [];
        var method = reference.Resolve();
        return method.IsVirtual && !own.Contains(method.DeclaringType)
            ? overrides[method.Name]
                .Where(one =>
                    one.Parameters.Count == method.Parameters.Count && Inherits(one.DeclaringType, method.DeclaringType)
                )
                .Append(method)
            : [method];
    }

    private static bool Inherits(TypeDefinition type, TypeDefinition from)
    {
        for (var one = type; one is not null; one = one.BaseType?.Resolve())
        {
            if (
                one == from
                || one.Interfaces.Any(part => part.InterfaceType.GetElementType().FullName == from.FullName)
            )
                return true;
        }

        return false;
    }

    /// <summary>Of an async method or an iterator, where its code is.</summary>
    private static IEnumerable<MethodDefinition> StateMachinesOf(MethodDefinition method) =>
        method
            .CustomAttributes.Where(attribute =>
                attribute.AttributeType.Name.EndsWith("StateMachineAttribute", StringComparison.Ordinal)
            )
            .SelectMany(attribute => ((TypeReference)attribute.ConstructorArguments[0].Value).Resolve().Methods);

    private static bool IsError(TypeReference type) => DomainError.Kinds.Any(kind => kind.FullName == type.FullName);
}
