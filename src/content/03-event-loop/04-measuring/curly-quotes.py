print(“Program finished.”)
