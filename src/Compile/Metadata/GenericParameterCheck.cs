using System.Reflection.Metadata;

namespace PolicyGate.Compile.Metadata;

/// <summary>Checks the type parameters of a type or method, and what they are constrained to.</summary>
internal static class GenericParameterCheck
{
    public static void Check(EmittedModule module, string? owner, GenericParameterHandleCollection parameters)
    {
        foreach (GenericParameterHandle handle in parameters)
        {
            module.Visit(handle);
            GenericParameter parameter = module.Reader.GetGenericParameter(handle);
            AttributeCheck.Check(module, owner, parameter.GetCustomAttributes());
            foreach (GenericParameterConstraintHandle constraintHandle in parameter.GetConstraints())
            {
                module.Visit(constraintHandle);
                GenericParameterConstraint constraint = module.Reader.GetGenericParameterConstraint(constraintHandle);
                AttributeCheck.Check(module, owner, constraint.GetCustomAttributes());
                module.Use(owner, module.Tokens.Type(constraint.Type));
            }
        }
    }
}
