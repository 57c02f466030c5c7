package main

// Answers {"hello": EVENT}.
func answer(call Call) (string, error) {
	call.Log("said hello")
	return `{"hello":` + call.Event() + `}`, nil
}
