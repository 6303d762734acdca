package personal

// All is Find without the quick look before.
var All = find
